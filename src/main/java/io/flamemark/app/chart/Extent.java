package io.flamemark.app.chart;

/** The lows and highs of what was put into it. */
final class Extent {

    private double low = Double.POSITIVE_INFINITY;
    private double high = Double.NEGATIVE_INFINITY;
    private double lowestPositive = Double.POSITIVE_INFINITY;

    /** Takes in a stretch of values by its own lows and highs. */
    void include(double itsLow, double itsHigh, double itsLowestPositive) {
        low = Math.min(low, itsLow);
        high = Math.max(high, itsHigh);
        lowestPositive = Math.min(lowestPositive, itsLowestPositive);
    }

    /** Takes in one value; one that is not finite leaves no trace. */
    void include(double value) {
        if (Double.isFinite(value)) {
            include(value, value, value > 0 ? value : Double.POSITIVE_INFINITY);
        }
    }

    void clear() {
        low = Double.POSITIVE_INFINITY;
        high = Double.NEGATIVE_INFINITY;
        lowestPositive = Double.POSITIVE_INFINITY;
    }

    /** Whether there is a value with a place on an axis. */
    boolean isEmpty(boolean log) {
        return log ? lowestPositive > high : low > high;
    }

    /** The lowest value with a place on an axis. */
    double low(boolean log) {
        return log ? lowestPositive : low;
    }

    double high() {
        return high;
    }
}
