package io.flamemark.geometry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class BoxTest {

    private static final Box BOX = new Box(10, 20, 30, 60);

    @Test
    void fromCocoAndAroundPoints() {
        assertEquals(BOX, Box.ofXywh(10, 20, 20, 40));
        assertEquals(BOX, Box.around(List.of(new Point(30, 20), new Point(10, 60), new Point(12, 33))));
        assertThrows(IllegalArgumentException.class, () -> Box.around(List.of()));
    }

    @Test
    void iouOfEqualTouchingAndHalfCoveredBoxes() {
        assertEquals(1, BOX.iou(BOX));
        assertEquals(0, BOX.iou(new Box(30, 20, 50, 60)));
        assertEquals(0.5, BOX.iou(new Box(10, 20, 20, 60)));
        assertEquals(0, new Box(5, 5, 5, 5).iou(new Box(5, 5, 5, 5)));
    }

    @Test
    void anEmptyIntersectionHasNoArea() {
        assertEquals(0, BOX.intersect(new Box(100, 100, 120, 130)).area());
        assertEquals(0, new Box(3, 3, 1, 1).area());
    }

    @Test
    void scalesAndClips() {
        assertEquals(new Box(5, 40, 15, 120), BOX.scaled(0.5, 2));
        assertEquals(new Box(10, 20, 25, 40), BOX.clippedTo(25, 40));
        assertTrue(BOX.contains(new Point(30, 60)));
        assertFalse(BOX.contains(new Point(30.1, 60)));
    }
}
