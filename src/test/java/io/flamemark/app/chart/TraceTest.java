package io.flamemark.app.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
    @DisplayName("a single spike among very many points survives, in the line and in the band")
    void spike() {
        double[] y = new double[100_000];
        y[54_321] = 9;
        PlotArea area = area(Scale.linear(0, y.length - 1), Scale.linear(0, 10));
        Trace line = Trace.line(series(y), area);
        assertTrue(line.size() <= 4 * WIDTH, "thinned to " + line.size());
        assertEquals(10, highest(line), 1e-9);
        Trace band = Trace.band(series(y), area);
        assertTrue(band.size() <= 2 * WIDTH, "thinned to " + band.size());
        assertEquals(10, highest(band), 1e-9);
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
                ? List.of(Trace.line(ONE_SPIKE, area), Trace.band(ONE_SPIKE, area))
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

    @Property(tries = 150)
    void lineAndBandReachTheExtremesAndRunToTheRight(
            @ForAll @IntRange(min = 1, max = 9000) int size, @ForAll long seed) {
        Random random = new Random(seed);
        double[] y = random.doubles(size).toArray();
        PlotArea area = area(Scale.linear(0, Math.max(1, size - 1)), Scale.linear(0, 1));
        Trace line = Trace.line(series(y), area);
        Extent extent = new Extent();
        Samples.of(y).include(extent, 0, size);
        assertEquals(area.pixelY(extent.high()), highest(line), 1.01);
        assertEquals(area.pixelY(extent.low(false)), lowest(line), 1.01);
        for (int i = 1; i < line.size(); i++) {
            assertTrue(line.x(i) >= line.x(i - 1));
        }
        Trace band = Trace.band(series(y), area);
        assertEquals(area.pixelY(extent.high()), highest(band), 1.01);
        assertEquals(area.pixelY(extent.low(false)), lowest(band), 1.01);
    }
}
