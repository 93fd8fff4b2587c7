package io.flamemark.geometry;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunLengthMaskTest {

    private static final int SIDE = 20;

    @Provide
    Arbitrary<Mask> masks() {
        return RandomMasks.masks();
    }

    @Property(tries = 200)
    void bitsToRunsAndBack(@ForAll("masks") Mask mask) {
        RunLengthMask runs = RunLengthMask.of(mask, SIDE, SIDE);
        assertEquals(mask, runs.toMask());
        assertEquals(mask.area(), runs.area());
        assertEquals(runs, RunLengthMask.decode(runs.encode(), SIDE, SIDE));
        assertEquals(runs, RunLengthMask.ofCounts(runs.counts(), SIDE, SIDE));
    }

    @Property(tries = 200)
    void intersectionUnionAndIouAgreeWithBits(@ForAll("masks") Mask a, @ForAll("masks") Mask b) {
        RunLengthMask runsA = RunLengthMask.of(a, SIDE, SIDE);
        RunLengthMask runsB = RunLengthMask.of(b, SIDE, SIDE);
        assertEquals(a.intersectionArea(b), runsA.intersectionArea(runsB));
        assertEquals(
                a.area() + b.area() - a.intersectionArea(b), runsA.union(runsB).area());
        assertEquals(a.iou(b), runsA.iou(runsB));
    }

    @Property(tries = 200)
    void boundsAreTheTrimmedWindow(@ForAll("masks") Mask mask) {
        assertEquals(mask.trimmed().window(), RunLengthMask.of(mask, SIDE, SIDE).bounds());
    }

    @Test
    @DisplayName("columns first, unset first")
    void countsGoDownColumns() {
        Mask mask = PolygonRasterizer.rasterize(Polygon.of(1, 1, 3, 1, 3, 3, 1, 3), 4, 4);
        assertArrayEquals(
                new int[] {5, 2, 2, 2, 5}, RunLengthMask.of(mask, 4, 4).counts());
    }

    @Test
    @DisplayName("reads the string pycocotools writes for long and shrinking runs")
    void longRuns() {
        int[] counts = {100_000, 7, 99_990, 40_000, 3, 12};
        RunLengthMask runs = RunLengthMask.ofCounts(counts, 240_012 / 12, 12);
        assertArrayEquals(
                counts, RunLengthMask.decode(runs.encode(), 20_001, 12).counts());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "4", "o", "oooooooo0", "~", "04P"})
    void refusesDamagedStrings(String text) {
        assertThrows(IllegalArgumentException.class, () -> RunLengthMask.decode(text, 3, 3));
    }

    @Test
    void refusesCountsThatOverflowAnInt() {
        int[] counts = {Integer.MAX_VALUE, Integer.MAX_VALUE, 11};
        var e = assertThrows(IllegalArgumentException.class, () -> RunLengthMask.ofCounts(counts, 3, 3));
        assertTrue(e.getMessage().contains("3x3"), e.getMessage());
    }

    @Test
    void refusesMasksOfDifferentImages() {
        RunLengthMask small = RunLengthMask.empty(2, 3);
        assertThrows(IllegalArgumentException.class, () -> small.iou(RunLengthMask.empty(3, 2)));
    }
}
