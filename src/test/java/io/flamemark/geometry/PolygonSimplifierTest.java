package io.flamemark.geometry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolygonSimplifierTest {

    @Test
    @DisplayName("a vertex on a straight edge goes, a corner stays")
    void leavesOutWhatDoesNotMatter() {
        Polygon square = Polygon.of(0, 0, 5, 0.2, 10, 0, 10, 10, 0, 10);
        assertEquals(4, PolygonSimplifier.simplify(square, 0.5).size());
        assertEquals(5, PolygonSimplifier.simplify(square, 0.1).size());
    }

    @ParameterizedTest
    @ValueSource(ints = {12, 60, 300, 2000})
    void tracedFlamesGetTenToFortyVerticesAndKeepTheirShape(int radius) {
        int side = 3 * radius;
        Polygon flame = wavy(side / 2.0, radius, 9);
        Mask mask = PolygonRasterizer.rasterize(flame, side, side);
        Polygon traced = MaskTracer.largest(mask).orElseThrow();
        Polygon simple = PolygonSimplifier.toVertexCount(traced, 10, 40);
        assertTrue(simple.size() >= 10 && simple.size() <= 40, () -> simple.size() + " vertices");
        assertTrue(SelfIntersection.find(simple).isEmpty());
        assertTrue(PolygonRasterizer.rasterize(simple, side, side).iou(mask) > 0.9);
    }

    @Test
    void aSquareHasNoMoreThanFourVerticesToGive() {
        Polygon square = Polygon.of(0, 0, 30, 0, 30, 30, 0, 30);
        assertEquals(4, PolygonSimplifier.toVertexCount(square, 10, 40).size());
    }

    @Test
    void withoutAreaItStaysAsItIs() {
        Polygon line = Polygon.of(0, 0, 5, 5);
        assertEquals(line, PolygonSimplifier.simplify(line, 3));
        assertEquals(line, PolygonSimplifier.toVertexCount(line, 10, 40));
    }

    private static Polygon wavy(double centre, double radius, int waves) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < 360; i++) {
            double angle = Math.toRadians(i);
            double r = radius * (1 + 0.3 * Math.sin(waves * angle));
            points.add(new Point(centre + r * Math.cos(angle), centre + r * Math.sin(angle)));
        }
        return new Polygon(points);
    }
}
