package io.flamemark.synthesis;

/** Paints panels into the frame by meeting the ray of each pixel with their plane; four samples a pixel. */
final class PanelPainter {

    private static final double NEAREST = 0.25;
    private static final double[] SAMPLES = {0.25, 0.75};

    private final Frame frame;
    private final Camera camera;
    private final Lighting lighting;
    private final GroundShade shade;

    PanelPainter(Frame frame, Camera camera, Lighting lighting, GroundShade shade) {
        this.frame = frame;
        this.camera = camera;
        this.lighting = lighting;
        this.shade = shade;
    }

    void paint(Panel panel) {
        Vec3[] corners = {
            panel.corner(),
            panel.corner().plus(panel.along()),
            panel.corner().plus(panel.up()),
            panel.corner().plus(panel.along()).plus(panel.up())
        };
        double x1 = frame.width;
        double x2 = 0;
        double y1 = frame.height;
        double y2 = 0;
        for (Vec3 c : corners) {
            if (c.z() < NEAREST) {
                x1 = 0;
                y1 = 0;
                x2 = frame.width;
                y2 = frame.height;
                break;
            }
            x1 = Math.min(x1, camera.column(c.x(), c.z()) - 1);
            x2 = Math.max(x2, camera.column(c.x(), c.z()) + 1);
            y1 = Math.min(y1, camera.row(c.y(), c.z()) - 1);
            y2 = Math.max(y2, camera.row(c.y(), c.z()) + 1);
        }
        Vec3 normal = panel.normal(camera.eye());
        for (int y = (int) Math.max(0, y1); y < Math.min(frame.height, y2); y++) {
            for (int x = (int) Math.max(0, x1); x < Math.min(frame.width, x2); x++) {
                pixel(panel, normal, x, y);
            }
        }
    }

    private void pixel(Panel panel, Vec3 normal, int x, int y) {
        double alpha = 0;
        Rgb sum = Rgb.BLACK;
        double nearest = 0;
        for (double sy : SAMPLES) {
            for (double sx : SAMPLES) {
                Vec3 at = meet(panel, normal, x + sx, y + sy);
                if (at == null || at.z() > frame.depth[y * frame.width + x] + 0.01) {
                    continue;
                }
                Material.Surface surface = surface(panel, at);
                if (surface.alpha() > 0) {
                    alpha += surface.alpha() / 4;
                    sum = sum.plus(light(surface, normal, at).times(surface.alpha() / 4));
                    nearest = at.z();
                }
            }
        }
        if (alpha > 0) {
            Rgb seen = lighting.haze().over(sum.times(1 / alpha), nearest);
            frame.blend(y * frame.width + x, seen, Math.min(1, alpha), nearest);
        }
    }

    private Vec3 meet(Panel panel, Vec3 normal, double column, double row) {
        Vec3 eye = new Vec3(0, camera.eye(), 0);
        double across = (column - frame.width / 2.0) / camera.focal();
        Vec3 ray = new Vec3(across, (camera.horizon() - row) / camera.focal(), 1);
        double towards = ray.dot(normal);
        if (Math.abs(towards) < 1e-9) {
            return null;
        }
        double z = panel.corner().minus(eye).dot(normal) / towards;
        return z < NEAREST ? null : eye.plus(ray.times(z));
    }

    private static Material.Surface surface(Panel panel, Vec3 at) {
        Vec3 local = at.minus(panel.corner());
        double width = panel.along().length();
        double height = panel.up().length();
        double u = local.dot(panel.along()) / width;
        double v = local.dot(panel.up()) / height;
        return u < 0 || v < 0 || u > width || v > height
                ? Material.Surface.NOTHING
                : panel.material().at(u, v);
    }

    private Rgb light(Material.Surface surface, Vec3 normal, Vec3 at) {
        Vec3 facing = surface.normal() == null ? normal : surface.normal();
        boolean level = facing.y() > 0.9;
        double open = level && at.y() < 0.1 ? shade.open(at.x(), at.z()) : 0.75 + 0.25 * Ramp.smooth(0, 1, at.y());
        double sunlit = level ? shade.sunlit(at.x(), at.z()) : 1;
        return lighting.shade(surface.albedo(), facing, at, sunlit, open).plus(surface.emission());
    }
}
