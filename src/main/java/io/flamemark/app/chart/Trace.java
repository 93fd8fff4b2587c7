package io.flamemark.app.chart;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A curve as pixels: a line through its points where they can be told apart, otherwise what it covers of each column of
 * pixels. So no spike is lost, and what is drawn does not grow with the run.
 */
final class Trace {

    /** Points closer than this, in pixels, cannot be told apart. */
    private static final double APART = 2;

    /** With so many points a pixel it does not matter how many of them are gaps. */
    private static final double CROWD = 8;

    private final Series series;
    private final PlotArea area;
    private final int from;
    private final int to;
    private double[] x = new double[64];
    private double[] y = new double[64];
    private int size;

    /** The last point so far, and the next one, that have a place: between them runs the line. */
    private int before = -1;

    private int after;

    private Trace(Series series, PlotArea area) {
        this.series = series;
        this.area = area;
        int first = series.firstNear(area.x());
        int end = series.endNear(area.x());
        // Over gaps, too, the line enters from where it comes and leaves for where it goes.
        while (first > 0 && !isPlaced(first)) {
            first--;
        }
        while (end > 0 && end < series.size() && !isPlaced(end - 1)) {
            end++;
        }
        from = first;
        to = end;
    }

    /** The curve as a line through all of its points. */
    static Trace line(Series series, PlotArea area) {
        Trace trace = new Trace(series, area);
        for (int i = trace.from; i < trace.to; i++) {
            trace.add(trace.px(i), trace.py(i));
        }
        return trace;
    }

    /**
     * What a line through the points would cover of each column: two points a column, the upper one first, both with the
     * column's left edge as their place. A line of thousands of corners takes many times as long to draw.
     *
     * @param width of a column, pixels
     */
    static Trace columns(Series series, PlotArea area, double width) {
        Trace trace = new Trace(series, area);
        int count = (int) Math.ceil(area.width() / width);
        int last = trace.lastInSight();
        int first = series.x().firstFrom(area.x().low());
        trace.passTo(first);
        for (int c = 0; c < count && first <= trace.to; c++) {
            double left = area.left() + c * width;
            int end = c == count - 1 ? last : Math.min(last, series.x().firstFrom(area.valueX(left + width)));
            trace.addColumn(first, Math.max(first, end), left, left + width);
            first = Math.max(first, end);
        }
        return trace;
    }

    /** Whether a curve has more points in sight than can be told apart. */
    static boolean isCrowded(Series series, PlotArea area) {
        Trace trace = new Trace(series, area);
        int points = trace.to - trace.from;
        if (APART * points <= area.width() || points > CROWD * area.width()) {
            return APART * points > area.width();
        }
        long placed =
                IntStream.range(trace.from, trace.to).filter(trace::isPlaced).count();
        return APART * placed > area.width();
    }

    /** One past the last point in sight. */
    private int lastInSight() {
        return to > from && series.x().get(to - 1) > area.x().high() ? to - 1 : to;
    }

    private void addColumn(int first, int end, double left, double right) {
        Extent extent = new Extent();
        series.y().include(extent, first, end);
        boolean log = area.y().log();
        double top = extent.isEmpty(log) ? Double.POSITIVE_INFINITY : area.pixelY(extent.high());
        double bottom = extent.isEmpty(log) ? Double.NEGATIVE_INFINITY : area.pixelY(extent.low(log));
        // Where the line comes in and goes out.
        double in = between(left);
        passTo(end);
        for (double edge : new double[] {in, between(right)}) {
            if (Double.isFinite(edge)) {
                top = Math.min(top, edge);
                bottom = Math.max(bottom, edge);
            }
        }
        if (top <= bottom) {
            add(left, top);
            add(left, bottom);
        }
    }

    /** Goes on to where the points before that one have been drawn. */
    private void passTo(int point) {
        for (int i = point - 1; i >= Math.max(from, after); i--) {
            if (isPlaced(i)) {
                before = i;
                break;
            }
        }
        after = Math.max(after, point);
        while (after < to && !isPlaced(after)) {
            after++;
        }
    }

    /** How high the line is at a place between two points; not finite where it has not begun or has ended. */
    private double between(double pixel) {
        if (before < from || after >= to) {
            return Double.NaN;
        }
        double share = (pixel - px(before)) / (px(after) - px(before));
        return py(before) + share * (py(after) - py(before));
    }

    private boolean isPlaced(int i) {
        return Double.isFinite(px(i)) && Double.isFinite(py(i));
    }

    private double px(int i) {
        return area.pixelX(series.x().get(i));
    }

    private double py(int i) {
        return area.pixelY(series.y().get(i));
    }

    private void add(double px, double py) {
        if (!Double.isFinite(px) || !Double.isFinite(py)) {
            return;
        }
        if (size == x.length) {
            x = Arrays.copyOf(x, 2 * size);
            y = Arrays.copyOf(y, 2 * size);
        }
        x[size] = px;
        y[size++] = py;
    }

    int size() {
        return size;
    }

    /** Pixels from the left edge of the canvas. */
    double x(int i) {
        return x[i];
    }

    /** Pixels from the upper edge of the canvas. */
    double y(int i) {
        return y[i];
    }
}
