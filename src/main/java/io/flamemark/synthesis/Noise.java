package io.flamemark.synthesis;

/**
 * Coherent noise from an integer hash: the same seed gives the same field on every machine. Gradient noise after Perlin
 * (2002), cellular noise after Worley (1996).
 */
final class Noise {

    private static final double SCALE_2 = 1.4;
    private static final double SCALE_3 = 1.2;

    private final int seed;

    Noise(long seed) {
        this.seed = (int) (seed ^ seed >>> 32);
    }

    /** A number in [0, 1) for a lattice point. */
    double lattice(int x, int y) {
        return (hash(x, y, 0) & 0xffffff) / 16777216.0;
    }

    /** Gradient noise in about [-1, 1], one bump a unit. */
    double at(double x, double y) {
        int xi = floor(x);
        int yi = floor(y);
        double fx = x - xi;
        double fy = y - yi;
        double low = mix(slope(xi, yi, fx, fy), slope(xi + 1, yi, fx - 1, fy), fade(fx));
        double high = mix(slope(xi, yi + 1, fx, fy - 1), slope(xi + 1, yi + 1, fx - 1, fy - 1), fade(fx));
        return SCALE_2 * mix(low, high, fade(fy));
    }

    /** Gradient noise in space, about [-1, 1]. */
    double at(double x, double y, double z) {
        int xi = floor(x);
        int yi = floor(y);
        int zi = floor(z);
        double fx = x - xi;
        double fy = y - yi;
        double fz = z - zi;
        return SCALE_3 * mix(plane(xi, yi, zi, fx, fy, fz), plane(xi, yi, zi + 1, fx, fy, fz - 1), fade(fz));
    }

    /** Octaves of gradient noise, each at twice the frequency and half the height of the one before. */
    double fractal(double x, double y, int octaves) {
        double sum = 0;
        double weight = 0.5;
        for (int i = 0; i < octaves; i++) {
            sum += weight * at(x, y);
            // Turned by about 37 degrees, so that the lattices of the octaves do not line up.
            double turned = 1.6 * x + 1.2 * y + 3.7;
            y = 1.6 * y - 1.2 * x + 9.2;
            x = turned;
            weight /= 2;
        }
        return sum;
    }

    /** Octaves of gradient noise in space. */
    double fractal(double x, double y, double z, int octaves) {
        double sum = 0;
        double weight = 0.5;
        for (int i = 0; i < octaves; i++) {
            sum += weight * at(x, y, z);
            x = 2.03 * x + 1.7;
            y = 2.03 * y + 9.2;
            z = 2.03 * z + 5.1;
            weight /= 2;
        }
        return sum;
    }

    /** Distance to the nearest of one random point a cell, in cells. */
    double cells(double x, double y) {
        int xi = floor(x);
        int yi = floor(y);
        double nearest = 4;
        for (int j = yi - 1; j <= yi + 1; j++) {
            for (int i = xi - 1; i <= xi + 1; i++) {
                int h = hash(i, j, 7);
                double dx = i + (h & 0xffff) / 65536.0 - x;
                double dy = j + (h >>> 16) / 65536.0 - y;
                nearest = Math.min(nearest, dx * dx + dy * dy);
            }
        }
        return Math.sqrt(nearest);
    }

    private double plane(int xi, int yi, int zi, double fx, double fy, double fz) {
        double low = mix(slope(xi, yi, zi, fx, fy, fz), slope(xi + 1, yi, zi, fx - 1, fy, fz), fade(fx));
        double high =
                mix(slope(xi, yi + 1, zi, fx, fy - 1, fz), slope(xi + 1, yi + 1, zi, fx - 1, fy - 1, fz), fade(fx));
        return mix(low, high, fade(fy));
    }

    private double slope(int xi, int yi, double fx, double fy) {
        int h = hash(xi, yi, 0);
        return fx * ((h & 0xff) / 127.5 - 1) + fy * ((h >> 8 & 0xff) / 127.5 - 1);
    }

    private double slope(int xi, int yi, int zi, double fx, double fy, double fz) {
        int h = hash(xi, yi, zi);
        return fx * ((h & 0xff) / 127.5 - 1) + fy * ((h >> 8 & 0xff) / 127.5 - 1) + fz * ((h >> 16 & 0xff) / 127.5 - 1);
    }

    private int hash(int x, int y, int z) {
        int h = seed + x * 0x27d4eb2d + y * 0x165667b1 + z * 0x9e3779b1;
        h = (h ^ h >>> 15) * 0x85ebca6b;
        h = (h ^ h >>> 13) * 0xc2b2ae35;
        return h ^ h >>> 16;
    }

    private static int floor(double v) {
        int i = (int) v;
        return v < i ? i - 1 : i;
    }

    private static double fade(double t) {
        return t * t * t * (t * (t * 6 - 15) + 10);
    }

    private static double mix(double a, double b, double t) {
        return a + t * (b - a);
    }
}
