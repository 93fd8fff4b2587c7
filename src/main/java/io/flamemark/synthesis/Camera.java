package io.flamemark.synthesis;

/**
 * A pinhole camera at (0, {@code eye}, 0) that looks along z. It is tilted by shifting the film, as view cameras are, so
 * verticals stay vertical.
 *
 * @param focal focal length in pixels
 * @param horizon row of the horizon
 * @param eye height of the eye above y = 0, metres
 */
record Camera(int width, int height, double focal, double horizon, double eye) {

    double column(double x, double z) {
        return width / 2.0 + focal * x / z;
    }

    double row(double y, double z) {
        return horizon - focal * (y - eye) / z;
    }

    /** World x at distance {@code z} seen in a column. */
    double worldX(double column, double z) {
        return (column - width / 2.0) * z / focal;
    }

    /** World y at distance {@code z} seen in a row. */
    double worldY(double row, double z) {
        return eye + (horizon - row) * z / focal;
    }

    /** The direction seen by a pixel, of length 1. */
    Vec3 ray(double column, double row) {
        return new Vec3((column - width / 2.0) / focal, (horizon - row) / focal, 1).unit();
    }
}
