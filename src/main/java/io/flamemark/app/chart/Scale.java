package io.flamemark.app.chart;

/**
 * Maps values to 0..1 along an axis, linearly or by their logarithm, and back.
 *
 * @param log whether equal factors, not equal differences, take equal room
 * @param low the value at 0
 * @param high the value at 1, greater than {@code low}
 */
public record Scale(boolean log, double low, double high) {

    public Scale {
        if (!(low < high) || log && low <= 0) {
            throw new IllegalArgumentException("no axis from " + low + " to " + high);
        }
    }

    /** A linear axis that holds both values, also where they are the same. */
    public static Scale linear(double low, double high) {
        if (low < high) {
            return new Scale(false, low, high);
        }
        double room = Math.max(Math.abs(low) * 0.1, 0.5);
        return new Scale(false, low - room, low + room);
    }

    /** A logarithmic axis that holds both values, which are positive, also where they are the same. */
    public static Scale logarithmic(double low, double high) {
        return low < high ? new Scale(true, low, high) : new Scale(true, low / 2, low * 2);
    }

    /** Where a value lies: 0 at the low end, 1 at the high end, outside them beyond; NaN where it has no place. */
    public double unit(double value) {
        if (!log) {
            return (value - low) / (high - low);
        }
        return value > 0 ? Math.log(value / low) / Math.log(high / low) : Double.NaN;
    }

    /** The value at a place; the inverse of {@link #unit}. */
    public double value(double unit) {
        return log ? low * Math.pow(high / low, unit) : low + unit * (high - low);
    }

    /** The same axis, its ends moved out to round values so that the curve does not touch the frame. */
    public Scale rounded(int wantedTicks) {
        if (log) {
            return new Scale(true, low / 1.15, high * 1.15);
        }
        double step = Ticks.step(high - low, wantedTicks);
        double roundLow = Math.floor(low / step) * step;
        double roundHigh = Math.ceil(high / step) * step;
        return new Scale(false, roundLow, roundHigh);
    }
}
