package io.flamemark.app.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DecimationTest {

    private static double[] counting(int n) {
        return IntStream.range(0, n).asDoubleStream().toArray();
    }

    @Test
    @DisplayName("few points pass through untouched")
    void few() {
        double[] x = counting(3);
        double[] y = {5, 1, 4};
        Decimation.Curve curve = Decimation.of(x, y, Scale.linear(0, 2), 300);
        assertArrayEquals(x, curve.x());
        assertArrayEquals(y, curve.y());
    }

    @Test
    @DisplayName("a single spike among many points survives")
    void spike() {
        double[] y = new double[100_000];
        y[54_321] = 9;
        Decimation.Curve curve = Decimation.of(counting(y.length), y, Scale.linear(0, y.length - 1), 200);
        assertTrue(curve.size() <= 4 * 201, "thinned to " + curve.size());
        assertEquals(9, DoubleStream.of(curve.y()).max().orElse(0));
    }

    @Test
    @DisplayName("points that are not finite are left out")
    void gaps() {
        double[] y = {1, Double.NaN, Double.POSITIVE_INFINITY, 2};
        assertArrayEquals(
                new double[] {1, 2},
                Decimation.of(counting(4), y, Scale.linear(0, 3), 10).y());
    }

    @Property(tries = 200)
    void keepsExtremesEndsAndOrder(
            @ForAll @Size(min = 1, max = 300) @DoubleRange(min = -5, max = 5) double[] y,
            @ForAll @IntRange(min = 1, max = 40) int columns) {
        Decimation.Curve curve = Decimation.of(counting(y.length), y, Scale.linear(0, y.length - 1), columns);
        assertEquals(
                DoubleStream.of(y).max().orElse(0),
                DoubleStream.of(curve.y()).max().orElse(0));
        assertEquals(
                DoubleStream.of(y).min().orElse(0),
                DoubleStream.of(curve.y()).min().orElse(0));
        assertEquals(y[0], curve.y()[0]);
        assertEquals(y[y.length - 1], curve.y()[curve.size() - 1]);
        for (int i = 1; i < curve.size(); i++) {
            assertTrue(curve.x()[i] > curve.x()[i - 1], "x rises");
        }
    }
}
