package io.flamemark.app.chart;

/**
 * An exponential moving average that starts without bias: early values are weighed as if the curve had not existed
 * before, so a constant stays constant. The correction is that of Kingma and Ba, "Adam", 2015, section 3.
 */
public final class Smoothing {

    /** Beyond it hardly anything moves any more and the curve reads as a flat line. */
    public static final double STRONGEST = 0.99;

    private final double past;
    private double sum;
    private double weights;

    /** @param weight of the past, 0 (none) to {@link #STRONGEST}; clamped */
    public Smoothing(double weight) {
        past = Math.max(0, Math.min(STRONGEST, weight));
    }

    /** The smoothed value for the next one; values that are not finite stay as they are and leave no trace. */
    public double next(double value) {
        if (past == 0 || !Double.isFinite(value)) {
            return value;
        }
        sum = past * sum + (1 - past) * value;
        weights = past * weights + (1 - past);
        return sum / weights;
    }
}
