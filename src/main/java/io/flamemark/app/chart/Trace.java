package io.flamemark.app.chart;

import java.util.Arrays;

/**
 * A curve as pixels. Where many points fall on one column of pixels only the first, the lowest, the highest and the last
 * stay, so no spike is lost and what is drawn does not grow with the run.
 */
final class Trace {

    /** As long as there are no more points a column than this, all are drawn. */
    private static final int CROWD = 2;

    private static final double LEAST_THICKNESS = 1;

    private final Series series;
    private final PlotArea area;
    private final int from;
    private final int to;
    private double[] x = new double[64];
    private double[] y = new double[64];
    private int size;

    private Trace(Series series, PlotArea area) {
        this.series = series;
        this.area = area;
        from = series.firstNear(area.x());
        to = series.endNear(area.x());
    }

    /** The curve as a line. */
    static Trace line(Series series, PlotArea area) {
        Trace trace = new Trace(series, area);
        if (isCrowded(series, area)) {
            trace.eachColumn(trace::addColumn);
        } else {
            for (int i = trace.from; i < trace.to; i++) {
                trace.add(trace.px(i), trace.py(i));
            }
        }
        return trace;
    }

    /**
     * From the lowest to the highest point of each column: two points a column, the upper one first, both with the
     * column's left edge as their place.
     */
    static Trace band(Series series, PlotArea area) {
        Trace trace = new Trace(series, area);
        trace.eachColumn((first, end, left) -> {
            Extent extent = trace.extent(first, end);
            if (!extent.isEmpty(area.y().log())) {
                double top = area.pixelY(extent.high());
                double bottom = area.pixelY(extent.low(area.y().log()));
                double more = Math.max(0, (LEAST_THICKNESS - (bottom - top)) / 2);
                trace.add(left, top - more);
                trace.add(left, bottom + more);
            }
        });
        return trace;
    }

    /** Whether a curve has more points in sight than can be told apart. */
    static boolean isCrowded(Series series, PlotArea area) {
        return series.endNear(area.x()) - series.firstNear(area.x()) > CROWD * area.width();
    }

    private interface Column {
        /** @param left pixels from the left edge of the canvas to that of the column */
        void points(int first, int end, double left);
    }

    private void eachColumn(Column column) {
        int columns = (int) Math.ceil(area.width());
        int first = from;
        for (int c = 0; c < columns && first < to; c++) {
            double left = area.left() + c;
            int end = c == columns - 1 ? to : Math.min(to, series.x().firstFrom(area.valueX(left + 1)));
            if (end > first) {
                column.points(first, end, left);
                first = end;
            }
        }
    }

    private void addColumn(int first, int end, double left) {
        double centre = left + 0.5;
        double before = py(first);
        double after = py(end - 1);
        add(centre, before);
        Extent extent = extent(first, end);
        if (end - first > 1 && !extent.isEmpty(area.y().log())) {
            double top = area.pixelY(extent.high());
            double bottom = area.pixelY(extent.low(area.y().log()));
            if (bottom - top > LEAST_THICKNESS) {
                boolean rises = before > after;
                add(centre, rises ? bottom : top);
                add(centre, rises ? top : bottom);
                add(centre, after);
            }
        }
    }

    private Extent extent(int first, int end) {
        Extent extent = new Extent();
        series.y().include(extent, first, end);
        return extent;
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
