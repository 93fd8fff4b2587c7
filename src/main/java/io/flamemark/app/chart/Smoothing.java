package io.flamemark.app.chart;

/**
 * An exponential moving average that starts without bias: early values are weighed as if the curve had not existed
 * before, so a constant stays constant. The correction is that of Kingma and Ba, "Adam", 2015, section 3.
 */
public final class Smoothing {

    /** Beyond it nothing moves any more and the curve reads as a flat zero. */
    public static final double STRONGEST = 0.999;

    private Smoothing() {}

    /**
     * The smoothed curve, of the same length; values that are not finite stay as they are and leave no trace.
     *
     * @param weight of the past, 0 (none) to {@link #STRONGEST}; clamped
     */
    public static double[] of(double[] values, double weight) {
        double past = Math.max(0, Math.min(STRONGEST, weight));
        double[] out = new double[values.length];
        double sum = 0;
        double weights = 0;
        for (int i = 0; i < values.length; i++) {
            if (Double.isFinite(values[i])) {
                sum = past * sum + (1 - past) * values[i];
                weights = past * weights + (1 - past);
                out[i] = sum / weights;
            } else {
                out[i] = values[i];
            }
        }
        return out;
    }
}
