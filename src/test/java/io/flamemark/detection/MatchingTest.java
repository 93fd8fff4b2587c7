package io.flamemark.detection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.flamemark.geometry.Box;
import io.flamemark.geometry.Mask;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MatchingTest {

    private static final TrueObject LEFT = new TrueObject(1, square(0));
    private static final TrueObject RIGHT = new TrueObject(1, square(50));

    @Test
    @DisplayName("right, wrong and missed")
    void allThree() {
        Detections found = new Detections(List.of(found(1, 0.6, 52), found(1, 0.9, 200)));
        Matching matching = Matching.of(List.of(LEFT, RIGHT), found, 0.5);
        assertEquals(List.of(new Matching.Pair(1, 1, 80 / 120.0)), matching.pairs());
        assertEquals(List.of(0), matching.falseAlarms());
        assertEquals(List.of(0), matching.missed());
    }

    @Test
    @DisplayName("the higher score chooses first and a truth is taken once")
    void oncePerTruth() {
        Detections found = new Detections(List.of(found(1, 0.5, 0), found(1, 0.9, 1)));
        Matching matching = Matching.of(List.of(LEFT), found, 0.5);
        assertEquals(0, matching.pairs().get(0).detection());
        assertEquals(List.of(1), matching.falseAlarms());
    }

    @Test
    @DisplayName("another class, or too little overlap, is no match")
    void notItsTruth() {
        assertTrue(Matching.of(List.of(LEFT), new Detections(List.of(found(2, 0.9, 0))), 0.5)
                .pairs()
                .isEmpty());
        assertTrue(Matching.of(List.of(LEFT), new Detections(List.of(found(1, 0.9, 4))), 0.5)
                .pairs()
                .isEmpty());
    }

    private static Detection found(int label, double score, int left) {
        return new Detection(label, score, new Box(left, 0, left + 10, 10), square(left));
    }

    /** 10x10 pixels. */
    private static Mask square(int left) {
        BitSet bits = new BitSet();
        bits.set(0, 100);
        return new Mask(left, 0, 10, 10, bits);
    }
}
