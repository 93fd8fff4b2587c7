package io.flamemark.synthesis;

/** Paints standing sprites into the frame, lit where they stand. */
final class SpritePainter {

    private static final double LEAST_COVERAGE = 0.02;

    private final Frame frame;
    private final Camera camera;
    private final Lighting lighting;
    private final GroundShade shade;

    SpritePainter(Frame frame, Camera camera, Lighting lighting, GroundShade shade) {
        this.frame = frame;
        this.camera = camera;
        this.lighting = lighting;
        this.shade = shade;
    }

    void paint(Standing thing) {
        double z = thing.foot().z();
        double left = camera.column(thing.foot().x() - thing.width() / 2, z);
        double top = camera.row(thing.foot().y() + thing.height(), z);
        double tall = camera.focal() * thing.height() / z;
        double wide = camera.focal() * thing.width() / z;
        if (tall < 1.5 || left > frame.width || left + wide < 0) {
            return;
        }
        Sprite sprite = thing.sprite().forScale(tall / thing.sprite().height);
        double sunlit = shade.sunlit(thing.foot().x(), z) * 0.5 + 0.5;
        for (int y = (int) Math.max(0, top); y < Math.min(frame.height, top + tall); y++) {
            double sy = (y + 0.5 - top) / tall * sprite.height - 0.5;
            for (int x = (int) Math.max(0, left); x < Math.min(frame.width, left + wide); x++) {
                int pixel = y * frame.width + x;
                if (frame.depth[pixel] < z - 0.15 - 0.004 * z) {
                    continue;
                }
                double across = (x + 0.5 - left) / wide;
                double sx = (thing.mirrored() ? 1 - across : across) * sprite.width - 0.5;
                paintPixel(thing, sprite, sx, sy, x, y, sunlit);
            }
        }
    }

    private void paintPixel(Standing thing, Sprite sprite, double sx, double sy, int x, int y, double sunlit) {
        int x0 = (int) Math.floor(sx);
        int y0 = (int) Math.floor(sy);
        double fx = sx - x0;
        double fy = sy - y0;
        double alpha = mixed(sprite, x0, y0, fx, fy, 7);
        if (alpha < LEAST_COVERAGE) {
            return;
        }
        double by = 1 / alpha;
        Rgb albedo = new Rgb(
                        mixed(sprite, x0, y0, fx, fy, 0),
                        mixed(sprite, x0, y0, fx, fy, 1),
                        mixed(sprite, x0, y0, fx, fy, 2))
                .times(by);
        double side = thing.mirrored() ? -by : by;
        Vec3 normal = new Vec3(
                        mixed(sprite, x0, y0, fx, fy, 3) * side,
                        mixed(sprite, x0, y0, fx, fy, 4) * by,
                        mixed(sprite, x0, y0, fx, fy, 5) * by)
                .unit();
        double open = Ramp.clamp(mixed(sprite, x0, y0, fx, fy, 6) * by, 0, 1);
        double z = thing.foot().z();
        // The side that faces away from the picture plane stands a little nearer or farther than the foot.
        Vec3 at = new Vec3(camera.worldX(x + 0.5, z), camera.worldY(y + 0.5, z), z + 0.3 * thing.width() * normal.z());
        Rgb lit = lighting.shade(albedo.times(thing.tint()), normal, at, sunlit * open, open);
        frame.blend(y * frame.width + x, lighting.haze().over(lit, z), Math.min(1, alpha), z);
    }

    private static double mixed(Sprite s, int x, int y, double fx, double fy, int channel) {
        double low = Ramp.mix(texel(s, x, y, channel), texel(s, x + 1, y, channel), fx);
        double high = Ramp.mix(texel(s, x, y + 1, channel), texel(s, x + 1, y + 1, channel), fx);
        return Ramp.mix(low, high, fy);
    }

    private static double texel(Sprite s, int x, int y, int channel) {
        if (x < 0 || y < 0 || x >= s.width || y >= s.height) {
            return 0;
        }
        return s.data[(y * s.width + x) * Sprite.CHANNELS + channel];
    }
}
