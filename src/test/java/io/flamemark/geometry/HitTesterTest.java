package io.flamemark.geometry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalInt;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.algorithm.PointLocation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;

class HitTesterTest {

    private static final Polygon SQUARE = Polygon.of(0, 0, 10, 0, 10, 10, 0, 10);

    @Provide
    Arbitrary<Polygon> polygons() {
        return RandomMasks.polygons();
    }

    @Property(tries = 500)
    void insideAgreesWithJts(
            @ForAll("polygons") Polygon polygon,
            @ForAll @DoubleRange(min = -4, max = 24) double x,
            @ForAll @DoubleRange(min = -4, max = 24) double y) {
        LinearRing ring = JtsRings.ringOf(polygon);
        Assume.that(!ring.isEmpty());
        int where = PointLocation.locateInRing(new Coordinate(x, y), ring.getCoordinates());
        Assume.that(where != Location.BOUNDARY);
        assertEquals(where == Location.INTERIOR, HitTester.contains(polygon, new Point(x, y)));
    }

    @Property(tries = 200)
    void areaAgreesWithJts(@ForAll("polygons") Polygon polygon) {
        LinearRing ring = JtsRings.ringOf(polygon);
        Assume.that(!ring.isEmpty());
        double expected = org.locationtech.jts.algorithm.Area.ofRing(ring.getCoordinates());
        assertEquals(expected, polygon.area(), 1e-9);
    }

    @Test
    void edgesOnTheLeftAndTopBelongToThePolygon() {
        assertTrue(HitTester.contains(SQUARE, new Point(0, 5)));
        assertTrue(HitTester.contains(SQUARE, new Point(5, 0)));
        assertFalse(HitTester.contains(SQUARE, new Point(10, 5)));
        assertFalse(HitTester.contains(SQUARE, new Point(5, 10)));
    }

    @Test
    void nearestVertexWithinReach() {
        assertEquals(OptionalInt.of(2), HitTester.nearestVertex(SQUARE, new Point(12, 11), 3));
        assertEquals(OptionalInt.empty(), HitTester.nearestVertex(SQUARE, new Point(12, 11), 2));
    }

    @Test
    void nearestEdgeWithItsFoot() {
        HitTester.EdgeHit hit =
                HitTester.nearestEdge(SQUARE, new Point(-2, 4), 3).orElseThrow();
        assertEquals(new HitTester.EdgeHit(3, new Point(0, 4), 2), hit);
        assertTrue(HitTester.nearestEdge(SQUARE, new Point(5, 5), 3).isEmpty());
    }

    @Test
    void nothingIsNearAnEmptyPolygonAndOneVertexIsAnEdgeToItself() {
        assertTrue(HitTester.nearestEdge(Polygon.of(), new Point(0, 0), 9).isEmpty());
        assertEquals(
                5,
                HitTester.nearestEdge(Polygon.of(3, 4), new Point(0, 0), 9)
                        .orElseThrow()
                        .distance());
    }
}
