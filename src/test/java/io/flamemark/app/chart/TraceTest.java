package io.flamemark.app.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TraceTest {

    private static final int WIDTH = 200;
    private static final int HEIGHT = 100;
    private static final int LONG_RUN = 200_000;
    private static final int SPIKE = 123_457;
    private static final Series ONE_SPIKE = withSpike();

    private static double[] counting(int n) {
        return IntStream.range(0, n).asDoubleStream().toArray();
    }

    private static Series series(double[] y) {
        return new Series("a", "", Hue.BLUE, Series.Line.SOLID, counting(y.length), y);
    }

    private static PlotArea area(Scale x, Scale y) {
        return new PlotArea(0, 0, WIDTH, HEIGHT, x, y);
    }

    private static double highest(Trace trace) {
        return IntStream.range(0, trace.size()).mapToDouble(trace::y).min().orElse(Double.NaN);
    }

    private static double lowest(Trace trace) {
        return IntStream.range(0, trace.size()).mapToDouble(trace::y).max().orElse(Double.NaN);
    }

    @Test
    @DisplayName("few points are drawn where they are")
    void few() {
        Trace trace = Trace.line(series(new double[] {5, 1, 4}), area(Scale.linear(0, 2), Scale.linear(0, 10)));
        assertEquals(3, trace.size());
        assertEquals(100, trace.x(1));
        assertEquals(90, trace.y(1));
    }

    @Test
    @DisplayName("a single spike among very many points survives in the columns")
    void spike() {
        double[] y = new double[100_000];
        y[54_321] = 9;
        PlotArea area = area(Scale.linear(0, y.length - 1), Scale.linear(0, 10));
        Trace columns = Trace.columns(series(y), area, 1);
        assertEquals(2 * WIDTH, columns.size());
        assertEquals(10, highest(columns), 1e-9);
        assertEquals(4 * WIDTH, Trace.columns(series(y), area, 0.5).size(), "on a screen of twice as many pixels");
    }

    private static Series withSpike() {
        double[] y = new double[LONG_RUN];
        Arrays.setAll(y, i -> i == SPIKE ? 9 : 1 + 0.1 * Math.sin(i));
        return series(y);
    }

    @Property(tries = 200)
    void oneStepOfALongRunIsSeenAtEveryZoom(
            @ForAll @DoubleRange(min = 0.5, max = LONG_RUN) double before,
            @ForAll @DoubleRange(min = 0.5, max = LONG_RUN) double after,
            @ForAll boolean log) {
        Scale x = Scale.linear(Math.max(0, SPIKE - before), Math.min(LONG_RUN - 1, SPIKE + after));
        Scale y = log ? Scale.logarithmic(0.5, 10) : Scale.linear(0, 10);
        PlotArea area = area(x, y);
        List<Trace> drawn = Trace.isCrowded(ONE_SPIKE, area)
                ? List.of(Trace.line(ONE_SPIKE, area), Trace.columns(ONE_SPIKE, area, 1))
                : List.of(Trace.line(ONE_SPIKE, area));
        for (Trace trace : drawn) {
            int top = IntStream.range(0, trace.size())
                    .boxed()
                    .min(Comparator.comparingDouble(trace::y))
                    .orElseThrow();
            assertEquals(area.pixelY(9), trace.y(top), 1, "as high as it is");
            assertEquals(area.pixelX(SPIKE), trace.x(top), 1, "where it is");
        }
    }

    @Test
    @DisplayName("points that are not finite, or have no place on a logarithmic axis, are left out")
    void gaps() {
        double[] y = {1, Double.NaN, Double.POSITIVE_INFINITY, 2, 0, -1};
        PlotArea linear = area(Scale.linear(0, 5), Scale.linear(-1, 3));
        assertEquals(4, Trace.line(series(y), linear).size());
        PlotArea log = area(Scale.linear(0, 5), Scale.logarithmic(1, 10));
        assertEquals(2, Trace.line(series(y), log).size());
    }

    @Test
    @DisplayName("zoomed in, only what is in sight is drawn, and the lines that lead in and out")
    void zoomed() {
        double[] y = counting(100_000);
        Trace trace = Trace.line(series(y), area(Scale.linear(500.5, 503.5), Scale.linear(500, 504)));
        assertEquals(5, trace.size());
        assertTrue(trace.x(0) < 0 && trace.x(4) > WIDTH);
    }

    @Test
    @DisplayName("zoomed in between gaps, the lines that lead in and out are drawn, too")
    void zoomedBetweenGaps() {
        double[] y = new double[40];
        Arrays.setAll(y, i -> i % 10 == 0 ? 1 : Double.NaN);
        Trace trace = Trace.line(series(y), area(Scale.linear(14, 26), Scale.linear(0, 2)));
        assertEquals(3, trace.size(), "points 10, 20 and 30");
        assertTrue(trace.x(0) < 0 && trace.x(2) > WIDTH);
    }

    @Property(tries = 150)
    void columnsCoverTheLine(
            @ForAll @IntRange(min = 2, max = 3000) int size,
            @ForAll @DoubleRange(min = 0, max = 0.6) double begin,
            @ForAll @DoubleRange(min = 0.61, max = 1) double end,
            @ForAll boolean log,
            @ForAll long seed) {
        Series series = series(new Random(seed).doubles(size, 0.01, 1).toArray());
        Scale y = log ? Scale.logarithmic(0.01, 1) : Scale.linear(0, 1);
        PlotArea area = area(Scale.linear(begin * (size - 1), end * (size - 1)), y);
        Trace line = Trace.line(series, area);
        Trace columns = Trace.columns(series, area, 1);
        double[] top = new double[WIDTH];
        double[] bottom = new double[WIDTH];
        Arrays.fill(top, Double.POSITIVE_INFINITY);
        Arrays.fill(bottom, Double.NEGATIVE_INFINITY);
        for (int i = 0; i < columns.size(); i += 2) {
            int c = (int) columns.x(i);
            top[c] = columns.y(i);
            bottom[c] = columns.y(i + 1);
        }
        for (int i = 1; i < line.size(); i++) {
            for (int part = 0; part <= 16; part++) {
                double x = line.x(i - 1) + part / 16.0 * (line.x(i) - line.x(i - 1));
                double height = line.y(i - 1) + part / 16.0 * (line.y(i) - line.y(i - 1));
                int c = (int) Math.floor(x);
                // At a column's very edge it may be counted to either side.
                if (c >= 0 && c < WIDTH && x - c > 1e-6 && x - c < 1 - 1e-6) {
                    assertTrue(top[c] <= height + 1e-3 && height <= bottom[c] + 1e-3, "column " + c);
                }
            }
        }
        assertTrue(highest(columns) >= highest(line) - 1e-9 && lowest(columns) <= lowest(line) + 1e-9, "and no more");
    }

    @Test
    @DisplayName("columns end where the curve does, and go straight over values without a place")
    void columnsOfAPart() {
        double[] y = {5, 5, Double.NaN, -1, 5};
        Trace linear = Trace.columns(series(y), area(Scale.linear(0, 8), Scale.linear(-10, 10)), 1);
        assertEquals(0, linear.x(0));
        assertEquals(WIDTH / 2, linear.x(linear.size() - 1), "point 4 of 8 places");
        assertEquals(WIDTH + 2, linear.size(), "a column each");
        Trace log = Trace.columns(series(y), area(Scale.linear(0, 8), Scale.logarithmic(1, 10)), 1);
        assertEquals(WIDTH + 2, log.size());
        assertEquals(highest(log), lowest(log), 1e-9, "from 5 to 5");
    }

    @Test
    @DisplayName("values without a place do not make a crowd")
    void gapsAreNoCrowd() {
        double[] y = new double[WIDTH];
        Arrays.setAll(y, i -> i % 5 == 0 ? 1 : Double.NaN);
        PlotArea area = area(Scale.linear(0, WIDTH - 1), Scale.linear(0, 2));
        assertFalse(Trace.isCrowded(series(y), area));
        Arrays.fill(y, 1);
        assertTrue(Trace.isCrowded(series(y), area));
    }
}
