package io.flamemark.geometry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class PolygonClipperTest {

    private static final int SIDE = 20;

    @Provide
    Arbitrary<Polygon> polygons() {
        return RandomMasks.polygons();
    }

    @Property(tries = 300)
    void enclosesTheSamePixelsAndStaysInside(@ForAll("polygons") Polygon polygon) {
        Polygon clipped = PolygonClipper.clip(polygon, SIDE, SIDE);
        assertTrue(clipped.vertices().stream().allMatch(new Box(0, 0, SIDE, SIDE)::contains), clipped::toString);
        Mask before = PolygonRasterizer.rasterize(polygon, SIDE, SIDE);
        Mask after = PolygonRasterizer.rasterize(clipped, SIDE, SIDE);
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                Point centre = new Point(x + 0.5, y + 0.5);
                assertTrue(before.get(x, y) == after.get(x, y) || isOnEdge(polygon, centre), centre::toString);
            }
        }
    }

    /** There rounding decides. */
    private static boolean isOnEdge(Polygon polygon, Point point) {
        return HitTester.nearestEdge(polygon, point, 1e-9).isPresent();
    }

    @Test
    void whatLiesInsideIsNotTouched() {
        Polygon inside = Polygon.of(0, 0, 20, 0, 20, 20);
        assertEquals(inside, PolygonClipper.clip(inside, SIDE, SIDE));
    }

    @Test
    void whatLiesOutsideVanishes() {
        assertEquals(
                0,
                PolygonClipper.clip(Polygon.of(30, 0, 40, 0, 40, 9), SIDE, SIDE).size());
    }
}
