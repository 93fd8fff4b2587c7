package io.flamemark.synthesis;

/**
 * A road of asphalt.
 *
 * @param across whether it crosses the view (then {@code centre} is its distance), else it runs away from the camera
 *     (then {@code centre} is its x)
 * @param bend how far it drifts aside for each metre squared of distance
 */
record Road(boolean across, double centre, double halfWidth, double bend) {

    boolean covers(double x, double z) {
        return Math.abs(offset(x, z)) < halfWidth + 0.5;
    }

    /** Metres right of (or beyond) the middle. */
    double offset(double x, double z) {
        return across ? z - centre : x - centre - bend * z * z;
    }

    Rgb albedo(double x, double z, Noise noise) {
        double off = offset(x, z);
        double along = across ? x : z;
        double grain = 1 + 0.25 * noise.fractal(x * 7, z * 4, 3) + 0.2 * noise.fractal(x * 0.4, z * 0.3, 3);
        if (Math.abs(off) > halfWidth) {
            return new Rgb(0.21, 0.19, 0.16).times(grain);
        }
        double worn = 0.02 * StrictMath.cos(off * 2 * Math.PI / halfWidth * 1.9);
        Rgb asphalt = new Rgb(0.085, 0.085, 0.088).plus(Rgb.grey(worn)).times(grain);
        boolean edge = Math.abs(Math.abs(off) - halfWidth + 0.3) < 0.07;
        boolean dash = Math.abs(off) < 0.07 && along - Math.floor(along / 9) * 9 < 4.5;
        double paint = edge || dash ? 0.75 + 0.3 * noise.at(x * 9, z * 9) : 0;
        return asphalt.mix(Rgb.grey(0.55), Ramp.clamp(paint, 0, 1));
    }
}
