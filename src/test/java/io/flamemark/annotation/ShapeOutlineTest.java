package io.flamemark.annotation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.flamemark.geometry.Box;
import io.flamemark.geometry.Point;
import io.flamemark.geometry.Polygon;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShapeOutlineTest {

    @Test
    void aRectangleHasItsFourCorners() {
        assertEquals(
                Polygon.of(2, 3, 12, 3, 12, 8, 2, 8),
                ShapeOutline.polygonOf(new Shape.Rectangle(2, 3, 10, 5)).orElseThrow());
    }

    @Test
    void curvesAreCloseToTheirAreaAndBounds() {
        Polygon circle =
                ShapeOutline.polygonOf(new Shape.Circle(new Point(50, 40), 10)).orElseThrow();
        assertEquals(Math.PI * 100, circle.area(), 0.5);
        Shape.Ellipse ellipse = new Shape.Ellipse(new Point(50, 40), 20, 10, Math.toRadians(30));
        Polygon outline = ShapeOutline.polygonOf(ellipse).orElseThrow();
        assertEquals(Math.PI * 200, outline.area(), 1);
        Box expected = ellipse.bounds().orElseThrow();
        assertEquals(expected.x1(), outline.bounds().x1(), 0.05);
        assertEquals(expected.y2(), outline.bounds().y2(), 0.05);
    }

    @Test
    void anEllipseTurnsClockwiseOnTheScreen() {
        Polygon outline = ShapeOutline.polygonOf(new Shape.Ellipse(new Point(0, 0), 10, 1, Math.PI / 2))
                .orElseThrow();
        assertEquals(0, outline.vertices().get(0).x(), 1e-9);
        assertEquals(10, outline.vertices().get(0).y(), 1e-9);
    }

    @Test
    void linesPointsAndTheUnreadableHaveNone() {
        List<Shape> shapes = List.of(
                new Shape.Polyline(List.of(new Point(0, 0), new Point(1, 1), new Point(2, 0))),
                new Shape.PointShape(new Point(1, 1)),
                new Shape.Unreadable("blob", "no such shape"));
        shapes.forEach(s -> assertTrue(ShapeOutline.polygonOf(s).isEmpty(), s::toString));
    }
}
