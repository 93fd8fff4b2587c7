package io.flamemark.synthesis;

/** Shadows of things on the ground near the camera: how much sun and how much sky still arrive. */
final class GroundShade {

    private static final int SIZE = 640;
    private static final double CELL = 0.2;
    private static final double HALF = SIZE * CELL / 2;

    private final float[] sun = new float[SIZE * SIZE];
    private final float[] sky = new float[SIZE * SIZE];

    /** Dims the sun over an ellipse with a soft and ragged rim. */
    void shadow(double x, double z, double rx, double rz, double strength, Noise noise) {
        stamp(sun, x, z, rx, rz, strength, noise);
    }

    /** Dims the sky around the foot of a thing. */
    void contact(double x, double z, double radius, double strength, Noise noise) {
        stamp(sky, x, z, radius, radius, strength, noise);
    }

    double sunlit(double x, double z) {
        return 1 - sample(sun, x, z);
    }

    double open(double x, double z) {
        return 1 - sample(sky, x, z);
    }

    private static void stamp(float[] map, double x, double z, double rx, double rz, double strength, Noise noise) {
        int x1 = index(x - rx + HALF);
        int x2 = index(x + rx + HALF);
        int z1 = index(z - rz);
        int z2 = index(z + rz);
        for (int j = z1; j <= z2; j++) {
            for (int i = x1; i <= x2; i++) {
                double cx = (i + 0.5) * CELL - HALF;
                double cz = (j + 0.5) * CELL;
                double dx = (cx - x) / rx;
                double dz = (cz - z) / rz;
                double inside = 1 - Math.sqrt(dx * dx + dz * dz) + 0.5 * noise.fractal(cx * 1.1, cz * 1.1, 3);
                double dim = strength * Ramp.smooth(0, 0.45, inside);
                int at = j * SIZE + i;
                map[at] = (float) Math.max(map[at], dim);
            }
        }
    }

    private static int index(double metres) {
        return (int) Ramp.clamp(metres / CELL, 0, SIZE - 1);
    }

    private static double sample(float[] map, double x, double z) {
        double i = (x + HALF) / CELL - 0.5;
        double j = z / CELL - 0.5;
        if (i < 0 || j < 0 || i > SIZE - 2 || j > SIZE - 2) {
            return 0;
        }
        return Advection.sample(map, (float) i, (float) j, SIZE, SIZE);
    }
}
