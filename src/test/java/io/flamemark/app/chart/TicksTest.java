package io.flamemark.app.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TicksTest {

    private static List<String> labels(List<Ticks.Tick> ticks) {
        return ticks.stream().map(Ticks.Tick::label).toList();
    }

    @Test
    @DisplayName("linear ticks are round and carry just the decimals they need")
    void linear() {
        assertEquals(List.of("0.0", "0.2", "0.4", "0.6", "0.8", "1.0"), labels(Ticks.of(Scale.linear(0, 1), 5)));
        assertEquals(List.of("0", "5", "10"), labels(Ticks.of(Scale.linear(0, 10), 2)));
    }

    @Test
    @DisplayName("an axis with room for one label has two all the same, since one tells no scale")
    void low() {
        assertEquals(List.of("0.0", "0.5"), labels(Ticks.of(Scale.linear(0, 0.8), 1)));
        assertEquals(List.of("2", "4"), labels(Ticks.of(Scale.linear(1.5, 4.5), 1)));
    }

    @Test
    @DisplayName("logarithmic ticks are 1, 2 and 5 of each decade")
    void logarithmic() {
        assertEquals(
                List.of("0.1", "0.2", "0.5", "1", "2", "5", "10"), labels(Ticks.of(Scale.logarithmic(0.1, 10), 6)));
    }

    @Test
    @DisplayName("a narrow logarithmic axis falls back to linear ticks instead of a single label")
    void narrow() {
        assertEquals(List.of("2.2", "2.4", "2.6"), labels(Ticks.of(Scale.logarithmic(2.1, 2.7), 3)));
    }

    @Test
    @DisplayName("counting axes never show fractions; thousands are short")
    void whole() {
        assertEquals(List.of("1", "2", "3"), labels(Ticks.whole(Scale.linear(1, 3), 10)));
        assertEquals(List.of("0", "5000", "10k", "15k"), labels(Ticks.whole(Scale.linear(0, 15000), 3)));
    }

    @Test
    @DisplayName("very small values are written with a power of ten, to be short")
    void small() {
        assertEquals(List.of("0", "5e-5", "1e-4", "1.5e-4"), labels(Ticks.of(Scale.linear(0, 0.00015), 3)));
    }

    @Test
    @DisplayName("an axis through zero labels it 0, not -0")
    void zero() {
        assertEquals(List.of("-0.2", "0.0", "0.2"), labels(Ticks.of(Scale.linear(-0.2, 0.2), 2)));
    }

    @Test
    @DisplayName("zoomed in far along a run, neighbouring labels still differ")
    void farAlong() {
        assertEquals(List.of("150.0k", "150.1k", "150.2k"), labels(Ticks.whole(Scale.linear(150_000, 150_200), 2)));
        assertEquals(List.of("150000", "150002", "150004"), labels(Ticks.whole(Scale.linear(150_000, 150_004), 2)));
    }

    @Test
    @DisplayName("times are labelled at round times, as a clock shows them")
    void times() {
        assertEquals(List.of("0:00", "0:30", "1:00", "1:30"), labels(Ticks.seconds(Scale.linear(0, 100), 4)));
        assertEquals(List.of("0:00", "2:00:00", "4:00:00"), labels(Ticks.seconds(Scale.linear(0, 15_000), 3)));
        assertEquals("1:05:30", Places.SECONDS.text(3930));
        assertEquals("2.5", Places.PARTS.text(2.5));
    }
}
