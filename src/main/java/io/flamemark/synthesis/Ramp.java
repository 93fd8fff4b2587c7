package io.flamemark.synthesis;

/** Scalar curves the painters share. */
final class Ramp {

    private Ramp() {}

    static double clamp(double v, double low, double high) {
        return v < low ? low : v > high ? high : v;
    }

    /** 0 below {@code from}, 1 above {@code to}, smooth between. */
    static double smooth(double from, double to, double v) {
        double t = clamp((v - from) / (to - from), 0, 1);
        return t * t * (3 - 2 * t);
    }

    static double mix(double a, double b, double t) {
        return a + t * (b - a);
    }
}
