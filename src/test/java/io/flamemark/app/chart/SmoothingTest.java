package io.flamemark.app.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SmoothingTest {

    private static double[] smooth(double[] values, double weight) {
        return new Smoothed(Samples.of(values)).at(weight, Budget.endless()).toArray();
    }

    @Test
    @DisplayName("a constant stays constant, from the first point on")
    void constant() {
        double[] flat = new double[50];
        Arrays.fill(flat, 3.5);
        assertArrayEquals(flat, smooth(flat, 0.97), 1e-12);
    }

    @Test
    @DisplayName("without smoothing the values come back")
    void none() {
        double[] values = {4, 1, 3};
        assertArrayEquals(values, smooth(values, 0));
    }

    @Test
    @DisplayName("even the strongest smoothing does not flatten the curve to zero")
    void strongest() {
        double[] out = smooth(new double[] {2, 2, 2, 4}, 1.0);
        assertTrue(out[3] > 2.4 && out[3] < 2.6, "about the mean, was " + out[3]);
    }

    @Test
    @DisplayName("a gap stays a gap and does not poison what follows")
    void gap() {
        double[] out = smooth(new double[] {1, Double.NaN, 1}, 0.5);
        assertTrue(Double.isNaN(out[1]));
        assertEquals(1, out[2], 1e-12);
    }

    @Test
    @DisplayName("smoothed as it grows, a column comes out as smoothed at once; another weight starts it over")
    void grows() {
        double[] values =
                IntStream.range(0, 4000).mapToDouble(i -> Math.sin(i) + i % 7).toArray();
        Samples column = new Samples();
        Smoothed smoothed = new Smoothed(column);
        for (double value : values) {
            column.add(value);
            if (column.size() % 311 == 0) {
                smoothed.at(0.9, Budget.endless());
            }
        }
        assertArrayEquals(
                smooth(values, 0.9), smoothed.at(0.9, Budget.endless()).toArray());
        assertArrayEquals(
                smooth(values, 0.5), smoothed.at(0.5, Budget.endless()).toArray());
    }

    @Test
    @DisplayName("a column that was cleared and filled anew is smoothed anew, however long it is by then")
    void cleared() {
        Samples column = Samples.of(9, 9, 9);
        Smoothed smoothed = new Smoothed(column);
        smoothed.at(0.9, Budget.endless());
        column.clear();
        for (int i = 0; i < 5; i++) {
            column.add(1);
        }
        assertArrayEquals(
                new double[] {1, 1, 1, 1, 1}, smoothed.at(0.9, Budget.endless()).toArray(), 1e-12);
    }

    @Test
    @DisplayName("with its time spent it stops, and goes on the next time")
    void budget() {
        Smoothed smoothed = new Smoothed(Samples.of(1, 2, 3));
        assertEquals(0, smoothed.at(0.9, Budget.millis(0)).size());
        assertFalse(smoothed.isComplete());
        assertEquals(3, smoothed.at(0.9, Budget.endless()).size());
        assertTrue(smoothed.isComplete());
    }
}
