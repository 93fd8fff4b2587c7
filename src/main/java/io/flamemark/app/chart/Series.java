package io.flamemark.app.chart;

/**
 * One curve. Series of one name share a legend entry and are shown and hidden together.
 *
 * @param name what the legend calls it
 * @param detail what tells it from others of its name in the read-out; may be empty
 * @param x rising; may grow, before {@code y} does
 * @param y values that are not finite are gaps
 */
public record Series(String name, String detail, Hue hue, Line line, Samples x, Samples y) {

    /** How a curve is drawn. */
    public enum Line {
        SOLID,
        /** Solid with a dot on each point: few points that each stand for much. */
        DOTTED,
        /** Broken, with a dot on each point. */
        DASHED,
        /** Behind the others: the raw values of a smoothed curve of the same name. */
        FAINT
    }

    /** A curve that does not grow. */
    public Series(String name, String detail, Hue hue, Line line, double[] x, double[] y) {
        this(name, detail, hue, line, Samples.of(x), Samples.of(y));
        if (x.length != y.length) {
            throw new IllegalArgumentException(x.length + " places for " + y.length + " values");
        }
    }

    /** How many points it has. */
    public int size() {
        return Math.min(x.size(), y.size());
    }

    public boolean isEmpty() {
        Extent extent = new Extent();
        y.include(extent, 0, size());
        return extent.isEmpty(false);
    }

    /** What the read-out calls it. */
    public String label() {
        return detail.isEmpty() ? name : name + ", " + detail;
    }

    /** The index of the point whose x is nearest, -1 where there is none. */
    public int nearest(double wanted) {
        return Math.min(x.nearest(wanted), size() - 1);
    }

    /** Whether a place lies on the curve, or beyond an end by no more than points there lie apart. */
    boolean reaches(double wanted) {
        int last = size() - 1;
        if (last <= 0) {
            return last == 0;
        }
        double before = x.get(0) - wanted;
        double after = wanted - x.get(last);
        return before <= x.get(1) - x.get(0) && after <= x.get(last) - x.get(last - 1);
    }

    /** Takes in the values of the points between two places, and of those next to them. */
    void include(Extent extent, Scale places) {
        y.include(extent, firstNear(places), endNear(places));
    }

    /** The last point before a stretch, so that the line enters it from where it comes; else the first in it. */
    int firstNear(Scale places) {
        return Math.max(0, Math.min(size(), x.firstFrom(places.low())) - 1);
    }

    /** One past the first point after a stretch. */
    int endNear(Scale places) {
        int after = x.firstFrom(places.high());
        return Math.min(size(), after + 1);
    }
}
