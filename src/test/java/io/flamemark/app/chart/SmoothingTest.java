package io.flamemark.app.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SmoothingTest {

    @Test
    @DisplayName("a constant stays constant, from the first point on")
    void constant() {
        double[] flat = new double[50];
        Arrays.fill(flat, 3.5);
        assertArrayEquals(flat, Smoothing.of(flat, 0.97), 1e-12);
    }

    @Test
    @DisplayName("without smoothing the values come back")
    void none() {
        double[] values = {4, 1, 3};
        assertArrayEquals(values, Smoothing.of(values, 0));
    }

    @Test
    @DisplayName("even the strongest smoothing does not flatten the curve to zero")
    void strongest() {
        double[] out = Smoothing.of(new double[] {2, 2, 2, 4}, 1.0);
        assertTrue(out[3] > 2.4 && out[3] < 2.6, "about the mean, was " + out[3]);
    }

    @Test
    @DisplayName("a gap stays a gap and does not poison what follows")
    void gap() {
        double[] out = Smoothing.of(new double[] {1, Double.NaN, 1}, 0.5);
        assertTrue(Double.isNaN(out[1]));
        assertEquals(1, out[2], 1e-12);
    }
}
