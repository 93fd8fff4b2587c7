package io.flamemark.app.chart;

import java.util.stream.DoubleStream;

/**
 * One curve. Series of one name share a legend entry and are shown and hidden together.
 *
 * @param name what the legend calls it
 * @param detail what tells it from others of its name in the read-out; may be empty
 * @param x rising; shared, not to be changed once handed over
 * @param y of the same length; points that are not finite are gaps
 */
public record Series(String name, String detail, Hue hue, Line line, double[] x, double[] y) {

    /** How a curve is drawn. */
    public enum Line {
        SOLID,
        /** Solid with a dot on each point: few points that each stand for much. */
        DOTTED,
        /** Broken, with a dot on each point. */
        DASHED,
        /** Behind the others and without a read-out: the raw values of a smoothed curve. */
        FAINT
    }

    public Series {
        if (x.length != y.length) {
            throw new IllegalArgumentException(x.length + " places for " + y.length + " values");
        }
    }

    public boolean isEmpty() {
        return DoubleStream.of(y).noneMatch(Double::isFinite);
    }

    /** What the read-out calls it. */
    public String label() {
        return detail.isEmpty() ? name : name + ", " + detail;
    }

    /** The index of the point whose x is nearest, -1 where there is none. */
    public int nearest(double wanted) {
        int low = 0;
        int high = x.length - 1;
        while (low < high) {
            int middle = (low + high) / 2;
            if (Math.abs(x[middle] - wanted) <= Math.abs(x[middle + 1] - wanted)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return x.length == 0 ? -1 : low;
    }
}
