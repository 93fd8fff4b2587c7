package io.flamemark.geometry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class PolygonTest {

    private static final Polygon TRIANGLE = Polygon.of(0, 0, 10, 0, 0, 6);

    @Test
    void areaInBothDirectionsAndOfNothing() {
        assertEquals(30, TRIANGLE.area());
        assertEquals(30, Polygon.of(0, 6, 10, 0, 0, 0).area());
        assertEquals(0, Polygon.of(0, 0, 10, 0).area());
        assertEquals(0, Polygon.of().area());
    }

    @Test
    void vertexEditsLeaveTheOriginalAlone() {
        assertEquals(Polygon.of(0, 0, 9, 1, 0, 6), TRIANGLE.withVertex(1, new Point(9, 1)));
        assertEquals(Polygon.of(0, 0, 10, 0, 0, 6, 0, 3), TRIANGLE.withInserted(3, new Point(0, 3)));
        assertEquals(Polygon.of(0, 0, 0, 6), TRIANGLE.without(1));
        assertEquals(3, TRIANGLE.size());
    }

    @Test
    void movesAndScales() {
        assertEquals(Polygon.of(1, 2, 11, 2, 1, 8), TRIANGLE.translated(1, 2));
        assertEquals(Polygon.of(0, 0, 20, 0, 0, 3), TRIANGLE.scaled(2, 0.5));
        assertEquals(new Box(0, 0, 10, 6), TRIANGLE.bounds());
    }

    @Test
    void coordinatesComeInPairs() {
        assertThrows(IllegalArgumentException.class, () -> Polygon.of(1, 2, 3));
    }
}
