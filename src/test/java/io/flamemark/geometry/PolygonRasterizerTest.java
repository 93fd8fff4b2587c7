package io.flamemark.geometry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PolygonRasterizerTest {

    private static final int SIDE = 20;

    @Provide
    Arbitrary<Polygon> polygons() {
        return RandomMasks.polygons();
    }

    @Property(tries = 300)
    void setsExactlyThePixelsWhoseCentreIsInside(@ForAll("polygons") Polygon polygon) {
        Mask mask = PolygonRasterizer.rasterize(polygon, SIDE, SIDE);
        for (int y = -1; y <= SIDE; y++) {
            for (int x = -1; x <= SIDE; x++) {
                boolean inImage = x >= 0 && y >= 0 && x < SIDE && y < SIDE;
                boolean inside = HitTester.contains(polygon, new Point(x + 0.5, y + 0.5));
                assertEquals(inImage && inside, mask.get(x, y), "pixel " + x + "," + y + " of " + polygon);
            }
        }
    }

    @Test
    @DisplayName("polygons that share an edge neither overlap nor leave a gap")
    void sharedEdges() {
        Polygon left = Polygon.of(0, 0, 4.5, 0, 2.5, 8, 0, 8);
        Polygon right = Polygon.of(4.5, 0, 8, 0, 8, 8, 2.5, 8);
        Mask a = PolygonRasterizer.rasterize(left, 8, 8);
        Mask b = PolygonRasterizer.rasterize(right, 8, 8);
        assertEquals(0, a.intersectionArea(b));
        assertEquals(64, a.area() + b.area());
    }

    @Test
    @DisplayName("several parts are their union, not their exclusive or")
    void parts() {
        List<Polygon> parts = List.of(Polygon.of(0, 0, 4, 0, 4, 4, 0, 4), Polygon.of(2, 2, 6, 2, 6, 6, 2, 6));
        assertEquals(28, PolygonRasterizer.rasterize(parts, 10, 10).area());
    }

    @Test
    void clipsToTheImageHoweverFarTheVerticesAre() {
        Polygon huge = Polygon.of(-1e15, -1e15, 1e15, -1e15, 1e15, 1e15, -1e15, 1e15);
        assertEquals(12, PolygonRasterizer.rasterize(huge, 4, 3).area());
        assertTrue(PolygonRasterizer.rasterize(Polygon.of(20, 20, 30, 20, 30, 30), 10, 10)
                .isEmpty());
        assertTrue(PolygonRasterizer.rasterize(new Polygon(List.of()), 10, 10).isEmpty());
    }
}
