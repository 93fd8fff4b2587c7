package io.flamemark.app.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ScaleTest {

    @Test
    @DisplayName("a logarithmic axis gives each decade the same room")
    void decades() {
        Scale scale = Scale.logarithmic(0.1, 10);
        assertEquals(0.5, scale.unit(1), 1e-12);
        assertEquals(1, scale.value(0.5), 1e-12);
        assertTrue(Double.isNaN(scale.unit(0)), "zero has no place on it");
    }

    @Test
    @DisplayName("value is the inverse of unit on both kinds of axis")
    void inverse() {
        for (Scale scale : new Scale[] {Scale.linear(-3, 12), Scale.logarithmic(0.02, 7)}) {
            assertEquals(4.2, scale.value(scale.unit(4.2)), 1e-12);
        }
    }

    @Test
    @DisplayName("a constant curve still has an axis")
    void constant() {
        assertTrue(Scale.linear(2, 2).low() < 2);
        assertTrue(Scale.logarithmic(2, 2).high() > 2);
    }

    @Test
    @DisplayName("rounding moves both ends out to multiples of a round step")
    void rounded() {
        Scale scale = Scale.linear(0, 8.7).rounded(5);
        assertEquals(0, scale.low());
        assertEquals(10, scale.high());
    }

    @Test
    @DisplayName("an axis without extent, or a logarithmic one from zero, is refused")
    void refused() {
        assertThrows(IllegalArgumentException.class, () -> new Scale(false, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> new Scale(true, 0, 1));
    }
}
