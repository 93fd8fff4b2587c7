package io.flamemark.geometry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class SelfIntersectionTest {

    @Test
    void aBowTieCrossesInItsMiddle() {
        assertEquals(Optional.of(new Point(5, 5)), SelfIntersection.find(Polygon.of(0, 0, 10, 10, 10, 0, 0, 10)));
    }

    @Test
    void simpleOutlinesDoNot() {
        assertTrue(SelfIntersection.find(Polygon.of(0, 0, 10, 0, 5, 5, 10, 10, 0, 10))
                .isEmpty());
        assertTrue(SelfIntersection.find(Polygon.of(0, 0, 0, 0, 10, 0, 10, 10, 10, 10))
                .isEmpty());
    }

    @Test
    void touchingItselfAtAVertexCounts() {
        assertTrue(SelfIntersection.find(Polygon.of(0, 0, 5, 5, 10, 0, 10, 10, 5, 5, 0, 10))
                .isPresent());
    }

    @Test
    void lessThanATriangleHasNothingToCross() {
        assertTrue(SelfIntersection.find(Polygon.of(0, 0, 5, 5)).isEmpty());
        assertTrue(SelfIntersection.find(Polygon.of()).isEmpty());
    }
}
