package io.flamemark.synthesis;

/** Marches through smoke, on every second pixel, and lays it over the frame. */
final class SmokePainter {

    private static final int STEPS = 22;

    private final Frame frame;
    private final Camera camera;
    private final Lighting lighting;

    SmokePainter(Frame frame, Camera camera, Lighting lighting) {
        this.frame = frame;
        this.camera = camera;
        this.lighting = lighting;
    }

    void paint(SmokePlume plume) {
        int w = (frame.width + 1) / 2 + 1;
        int h = (frame.height + 1) / 2 + 1;
        float[] smoke = new float[4 * w * h];
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                march(plume, 2 * x, 2 * y, smoke, 4 * (y * w + x));
            }
        }
        for (int y = 0; y < frame.height; y++) {
            for (int x = 0; x < frame.width; x++) {
                lay(plume, smoke, w, x, y);
            }
        }
    }

    private void march(SmokePlume plume, double column, double row, float[] out, int at) {
        double middle = plume.from().z();
        double up = camera.worldY(row, middle) - plume.from().y();
        double wide = 1.75 * plume.radiusAt(up);
        if (up < -plume.radius()
                || up > 1.1 * plume.top()
                || Math.abs(camera.worldX(column, middle) - plume.middleX(up)) > wide) {
            return;
        }
        double half = Math.min(wide, 0.8 * middle);
        double step = 2 * half / STEPS;
        double through = 1;
        Rgb sum = Rgb.BLACK;
        for (int i = 0; i < STEPS && through > 0.02; i++) {
            double z = middle - half + (i + 0.5) * step;
            double x = camera.worldX(column, z);
            double y = camera.worldY(row, z);
            double density = plume.densityAt(x, y, z, 5);
            if (density < 1e-4) {
                continue;
            }
            double taken = 1 - StrictMath.exp(-density * step);
            sum = sum.plus(lit(plume, x, y, z, density).times(through * taken));
            through *= 1 - taken;
        }
        out[at] = (float) sum.r();
        out[at + 1] = (float) sum.g();
        out[at + 2] = (float) sum.b();
        out[at + 3] = (float) (1 - through);
    }

    private Rgb lit(SmokePlume plume, double x, double y, double z, double density) {
        Vec3 sun = lighting.toSun();
        double far = 0.55 * plume.radiusAt(y - plume.from().y());
        double towards = plume.densityAt(x + sun.x() * far, y + sun.y() * far, z + sun.z() * far, 2);
        double sunlit = StrictMath.exp(-2.2 * towards * far);
        return lighting.scatter(plume.albedo(), new Vec3(x, y, z), 0.12 + 1.1 * sunlit);
    }

    private void lay(SmokePlume plume, float[] smoke, int w, int x, int y) {
        int i = 4 * ((y / 2) * w + x / 2);
        int right = x % 2 == 0 ? i : i + 4;
        int down = y % 2 == 0 ? 0 : 4 * w;
        float[] c = new float[4];
        for (int k = 0; k < 4; k++) {
            c[k] = 0.25f * (smoke[i + k] + smoke[right + k] + smoke[i + down + k] + smoke[right + down + k]);
        }
        int pixel = y * frame.width + x;
        if (c[3] <= 0.002f || frame.depth[pixel] < plume.from().z() - plume.radius()) {
            return;
        }
        Rgb seen = lighting.haze()
                .over(new Rgb(c[0], c[1], c[2]).times(1 / c[3]), plume.from().z());
        frame.veil(pixel, seen.times(c[3]), c[3]);
    }
}
