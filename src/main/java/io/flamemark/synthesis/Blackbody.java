package io.flamemark.synthesis;

/**
 * The colour of glowing soot: Planck's law at one wavelength a channel. Intensity over temperature is left out, because
 * hotter soot in a flame is also thinner; the painter sets it.
 */
final class Blackbody {

    private static final double COOLEST = 1150;
    private static final double HOTTEST = 2050;
    private static final double[] WAVELENGTHS = {0.612, 0.549, 0.465};
    private static final double SECOND_CONSTANT = 14388;
    private static final int STEPS = 256;
    private static final Rgb[] TABLE = table();

    private Blackbody() {}

    /** Colour of unit red for a heat of 0 (deep red, 1150 K) to 1 (yellow white, 2050 K). */
    static Rgb colour(double heat) {
        return TABLE[(int) Ramp.clamp(heat * (STEPS - 1), 0, STEPS - 1)];
    }

    private static Rgb[] table() {
        Rgb[] table = new Rgb[STEPS];
        for (int i = 0; i < STEPS; i++) {
            double kelvin = Ramp.mix(COOLEST, HOTTEST, i / (STEPS - 1.0));
            double red = planck(WAVELENGTHS[0], kelvin);
            table[i] = new Rgb(1, planck(WAVELENGTHS[1], kelvin) / red, planck(WAVELENGTHS[2], kelvin) / red);
        }
        return table;
    }

    private static double planck(double micrometres, double kelvin) {
        double spread = StrictMath.exp(SECOND_CONSTANT / (micrometres * kelvin)) - 1;
        return 1 / (StrictMath.pow(micrometres, 5) * spread);
    }
}
