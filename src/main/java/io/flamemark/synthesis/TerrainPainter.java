package io.flamemark.synthesis;

import java.util.List;

/** Paints sky and land column by column, from the feet of the camera to the last ridge. */
final class TerrainPainter {

    private static final double FAR = 9000;
    private static final double STRIDE = 1.012;

    private final Frame frame;
    private final Camera camera;
    private final Terrain terrain;
    private final Lighting lighting;
    private final GroundShade shade;
    private final List<Scorch> scorches;

    /** Ground blackened around a fire. */
    record Scorch(double x, double z, double rx, double rz) {}

    TerrainPainter(
            Frame frame, Camera camera, Terrain terrain, Lighting lighting, GroundShade shade, List<Scorch> scorches) {
        this.frame = frame;
        this.camera = camera;
        this.terrain = terrain;
        this.lighting = lighting;
        this.shade = shade;
        this.scorches = scorches;
    }

    void paint(Sky sky) {
        for (int x = 0; x < frame.width; x++) {
            int top = column(x);
            for (int y = 0; y < top; y++) {
                frame.set(y * frame.width + x, sky.colour(camera.ray(x + 0.5, y + 0.5)), Double.POSITIVE_INFINITY);
            }
        }
    }

    /** Paints the land in a column; the first row below which it is filled. */
    private int column(int x) {
        int filled = frame.height;
        double z = 0.5 * camera.focal() * camera.eye() / (frame.height - camera.horizon() + 1);
        double before = z;
        double rowBefore = frame.height + 1;
        while (z < FAR && filled > 0) {
            double row = camera.row(terrain.height(camera.worldX(x + 0.5, z), z), z);
            if (row < rowBefore) {
                int to = (int) Math.ceil(Math.max(0, row) - 0.5);
                for (int y = filled - 1; y >= to; y--) {
                    double t = Ramp.clamp((rowBefore - y - 0.5) / (rowBefore - row), 0, 1);
                    ground(x, y, 1 / Ramp.mix(1 / before, 1 / z, t));
                }
                filled = Math.min(filled, Math.max(0, to));
                rowBefore = row;
            }
            before = z;
            z *= STRIDE;
        }
        return filled;
    }

    private void ground(int column, int row, double z) {
        double x = camera.worldX(column + 0.5, z);
        double step = 0.12 + z / 300;
        double here = terrain.height(x, z);
        double slopeX = (terrain.height(x + step, z) - here) / step;
        double slopeZ = (terrain.height(x, z + step) - here) / step;
        Vec3 at = new Vec3(x, here, z);
        Rgb albedo = terrain.albedo(x, z).times(burnt(x, z));
        Vec3 normal = new Vec3(-slopeX, 1, -slopeZ).unit();
        double open = shade.open(x, z);
        Rgb lit = lighting.shade(albedo, normal, at, shade.sunlit(x, z), open);
        frame.set(row * frame.width + column, lighting.haze().over(lit, z), z);
    }

    private double burnt(double x, double z) {
        double left = 1;
        for (Scorch scorch : scorches) {
            double dx = (x - scorch.x()) / scorch.rx();
            double dz = (z - scorch.z()) / scorch.rz();
            double inside = 1 - Math.sqrt(dx * dx + dz * dz);
            if (inside > -0.5) {
                double ragged = inside + 0.6 * terrain.noise().fractal(x * 2 / scorch.rz(), z * 2 / scorch.rz(), 4);
                left = Math.min(left, 1 - 0.8 * Ramp.smooth(-0.05, 0.25, ragged));
            }
        }
        return left;
    }
}
