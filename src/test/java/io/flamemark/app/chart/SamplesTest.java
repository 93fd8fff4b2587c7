package io.flamemark.app.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SamplesTest {

    /** Numbers of either sign, some of them gaps. */
    private static double[] numbers(int size, long seed) {
        Random random = new Random(seed);
        return IntStream.range(0, size)
                .mapToDouble(i -> random.nextInt(20) == 0 ? Double.NaN : random.nextGaussian())
                .toArray();
    }

    @Property(tries = 150)
    void extremesOfAnyStretchAreThoseOfItsNumbers(
            @ForAll @IntRange(min = 1, max = 6000) int size,
            @ForAll long seed,
            @ForAll @IntRange(max = 6000) int a,
            @ForAll @IntRange(max = 6000) int b) {
        double[] numbers = numbers(size, seed);
        int from = Math.min(size, Math.min(a, b));
        int to = Math.min(size, Math.max(a, b));
        Extent extent = new Extent();
        Samples.of(numbers).include(extent, from, to);
        double[] finite =
                Arrays.stream(numbers, from, to).filter(Double::isFinite).toArray();
        double[] positive = DoubleStream.of(finite).filter(v -> v > 0).toArray();
        assertEquals(finite.length == 0, extent.isEmpty(false));
        assertEquals(positive.length == 0, extent.isEmpty(true));
        if (finite.length > 0) {
            assertEquals(DoubleStream.of(finite).min().orElseThrow(), extent.low(false));
            assertEquals(DoubleStream.of(finite).max().orElseThrow(), extent.high());
        }
        if (positive.length > 0) {
            assertEquals(DoubleStream.of(positive).min().orElseThrow(), extent.low(true));
        }
    }

    @Test
    @DisplayName("it finds places in a rising column: the first from a value on, and the nearest")
    void search() {
        Samples places = Samples.of(1, 4, 9);
        assertEquals(0, places.firstFrom(-3));
        assertEquals(1, places.firstFrom(4));
        assertEquals(2, places.firstFrom(4.5));
        assertEquals(3, places.firstFrom(10));
        assertEquals(0, places.nearest(-100));
        assertEquals(1, places.nearest(5));
        assertEquals(2, places.nearest(7));
        assertEquals(2, places.nearest(1000));
        assertEquals(-1, new Samples().nearest(1));
    }

    @Test
    @DisplayName("cleared, it is as new")
    void cleared() {
        Samples samples = Samples.of(IntStream.range(0, 5000).asDoubleStream().toArray());
        samples.clear();
        samples.add(3);
        Extent extent = new Extent();
        samples.include(extent, 0, 1);
        assertEquals(1, samples.size());
        assertEquals(3, extent.high());
        assertTrue(Arrays.equals(new double[] {3}, samples.toArray()));
    }
}
