package io.flamemark.synthesis;

/**
 * A column of smoke that rises, widens and leans with the wind; its density is noise in space.
 *
 * @param from middle of its lower end
 * @param radius at the lower end, metres
 * @param spread how much wider it gets a metre of height
 * @param lean how far the wind bends it: metres aside at a height of 1 m, growing with the power 1.25
 * @param top height where it has thinned out, metres above {@code from}
 * @param density share of light taken a metre in its middle
 * @param albedo dark for oil and houses, pale for grass
 */
record SmokePlume(
        Vec3 from, double radius, double spread, double lean, double top, double density, Rgb albedo, Noise noise) {

    private static final double LOWER = -0.4;

    double middleX(double up) {
        return from.x() + lean * StrictMath.pow(Math.max(0, up), 1.2);
    }

    double radiusAt(double up) {
        return radius + spread * Math.max(0, up);
    }

    /** Share of light taken a metre at a place, {@code octaves} of detail. */
    double densityAt(double x, double y, double z, int octaves) {
        double up = y - from.y();
        if (up < LOWER * radius || up > top) {
            return 0;
        }
        double wide = radiusAt(up);
        double dx = (x - middleX(up)) / wide;
        double dz = (z - from.z()) / wide;
        double inside = 1 - Math.sqrt(dx * dx + dz * dz);
        if (inside < -0.8) {
            return 0;
        }
        double size = 0.8 / (radius + 0.12 * spread * top);
        double swirl = 0.55 * noise.at(x * size * 0.7 + 9, y * size * 0.6, z * size * 0.7);
        double billow = noise.fractal(x * size + swirl, y * size * 0.8 - swirl, z * size, octaves);
        double body = Ramp.smooth(0, 0.75, inside + 2.1 * billow - 0.12);
        double thinning = 1 - Ramp.smooth(0.25, 1, up / top);
        double starting = Ramp.smooth(LOWER * radius, 3.5 * radius, up);
        return density * body * thinning * starting * radius / wide * (1 + wide / radius) / 2;
    }
}
