package io.flamemark.app.chart;

import java.util.Arrays;

/**
 * Thins a curve to what a row of pixels can show: of all points that fall on one pixel column only the first, the lowest,
 * the highest and the last stay, so no spike is lost and no more than four points a column are drawn.
 */
public final class Decimation {

    private Decimation() {}

    /** A curve as two arrays of one length. */
    public record Curve(double[] x, double[] y) {

        public int size() {
            return x.length;
        }
    }

    /**
     * @param x rising
     * @param y of the same length; points that are not finite are left out
     * @param xAxis the visible range
     * @param columns pixels it takes
     */
    public static Curve of(double[] x, double[] y, Scale xAxis, int columns) {
        Sink sink = new Sink(Math.min(x.length, 4 * (columns + 2)));
        int column = Integer.MIN_VALUE;
        int first = -1;
        int low = -1;
        int high = -1;
        int last = -1;
        for (int i = 0; i < x.length; i++) {
            if (!Double.isFinite(x[i]) || !Double.isFinite(y[i])) {
                continue;
            }
            int here = (int) Math.floor(Math.max(-1, Math.min(2, xAxis.unit(x[i]))) * columns);
            if (here != column) {
                sink.add(x, y, first, low, high, last);
                column = here;
                first = i;
                low = i;
                high = i;
            }
            low = y[i] < y[low] ? i : low;
            high = y[i] > y[high] ? i : high;
            last = i;
        }
        sink.add(x, y, first, low, high, last);
        return sink.curve();
    }

    private static final class Sink {
        private double[] xs;
        private double[] ys;
        private int size;

        Sink(int capacity) {
            xs = new double[Math.max(4, capacity)];
            ys = new double[Math.max(4, capacity)];
        }

        /** The points of one column, in the order of their x, none twice. */
        void add(double[] x, double[] y, int first, int low, int high, int last) {
            if (first < 0) {
                return;
            }
            int[] chosen = {first, Math.min(low, high), Math.max(low, high), last};
            int before = -1;
            for (int i : chosen) {
                if (i != before) {
                    append(x[i], y[i]);
                    before = i;
                }
            }
        }

        private void append(double px, double py) {
            if (size == xs.length) {
                xs = Arrays.copyOf(xs, size * 2);
                ys = Arrays.copyOf(ys, size * 2);
            }
            xs[size] = px;
            ys[size++] = py;
        }

        Curve curve() {
            return new Curve(Arrays.copyOf(xs, size), Arrays.copyOf(ys, size));
        }
    }
}
