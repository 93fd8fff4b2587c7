package io.flamemark.synthesis;

/** Paints the slices of a fire into the frame and notes what of them can be seen. */
final class FirePainter {

    private static final double OPACITY = 0.8;

    private final Frame frame;
    private final Camera camera;
    private final Noise noise;

    FirePainter(Frame frame, Camera camera, long seed) {
        this.frame = frame;
        this.camera = camera;
        noise = new Noise(seed);
    }

    void paint(Fire fire) {
        int count = fire.sheets().size();
        double deep = 0.22 * Math.min(fire.width(), 0.6 * fire.height());
        for (int i = 0; i < count; i++) {
            // From the farthest to the nearest, each a little aside and of its own size.
            double place = count == 1 ? 0 : 0.5 - i / (count - 1.0);
            double aside = (i % 2 == 0 ? 0.06 : -0.07) * fire.width();
            double scale = i == 1 ? 1 : 0.82;
            paintSheet(fire, fire.sheets().get(i), fire.base().z() + place * 2 * deep, aside, scale, i % 2 == 1);
        }
    }

    private void paintSheet(Fire fire, FlameSheet sheet, double z, double aside, double scale, boolean mirrored) {
        double span = Fire.SPAN * fire.width() * scale;
        double rise = Fire.RISE * fire.height() * scale;
        double left = fire.base().x() + aside - span / 2;
        int x1 = (int) Math.max(0, camera.column(left, z));
        int x2 = (int) Math.min(frame.width - 1, camera.column(left + span, z));
        for (int x = x1; x <= x2; x++) {
            double worldX = camera.worldX(x + 0.5, z);
            double uneven = 0.05 * noise.fractal(worldX * 5 / fire.width(), z * 3, 2);
            double foot = fire.ground().applyAsDouble(worldX) + uneven * fire.height();
            int y1 = (int) Math.max(0, camera.row(foot + rise, z));
            int y2 = (int) Math.min(frame.height - 1, camera.row(foot, z));
            for (int y = y1; y <= y2; y++) {
                int pixel = y * frame.width + x;
                if (frame.depth[pixel] < z - 0.4 - 0.01 * z) {
                    continue;
                }
                double u = (worldX - left) / span;
                double v = (camera.worldY(y + 0.5, z) - foot) / rise;
                burn(fire, sheet, pixel, mirrored ? 1 - u : u, v, span / rise);
            }
        }
    }

    private void burn(Fire fire, FlameSheet sheet, int pixel, double u, double v, double aspect) {
        // Detail finer than the cells of the simulation: bend the place that is looked up, more so higher up.
        double bend = 0.012 * (0.3 + v);
        double su = u + bend / aspect * noise.fractal(u * aspect * 22, v * 15, fire.id() * 7.7, 2);
        double sv = v + bend * noise.fractal(u * aspect * 22 + 31, v * 15, fire.id() * 7.7, 2);
        double fuel = sheet.fuel(su, sv);
        if (fuel < 0.03) {
            return;
        }
        double thickness = Ramp.smooth(0.03, 0.22, fuel);
        double streak = sheet.streak(su, sv);
        double strand = 0.42 + 1.1 * streak * streak;
        double heat = Ramp.clamp(0.10 + 0.75 * fuel * (0.4 + 0.75 * streak), 0, 1);
        double power = fire.radiance() * thickness * strand * (0.25 + 0.75 * StrictMath.pow(fuel, 1.35));
        Rgb glow = Blackbody.colour(heat).times(power);
        frame.veil(pixel, glow, OPACITY * Ramp.smooth(0.02, 0.4, fuel));
        frame.flames[fire.id()][pixel] += (float) glow.luminance();
    }
}
