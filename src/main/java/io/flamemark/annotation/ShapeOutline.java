package io.flamemark.annotation;

import io.flamemark.geometry.Point;
import io.flamemark.geometry.Polygon;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Shapes as polygons, for all that works on areas: masks, training, export. */
public final class ShapeOutline {

    /** Vertices of a circle or ellipse: the polygon's area is within 0.13 % of the curve's. */
    private static final int CURVE_VERTICES = 72;

    private ShapeOutline() {}

    /**
     * The outline of a shape that encloses an area: a polygon as it is (possibly with too few vertices), a rectangle
     * clockwise from its top left, a circle or ellipse as a 72-gon on the curve. Polylines, points and unreadable shapes
     * enclose none.
     */
    public static Optional<Polygon> polygonOf(Shape shape) {
        if (shape instanceof Shape.Polygon polygon) {
            return Optional.of(polygon.outline());
        }
        if (shape instanceof Shape.Rectangle r) {
            double right = r.x() + r.width();
            double bottom = r.y() + r.height();
            return Optional.of(Polygon.of(r.x(), r.y(), right, r.y(), right, bottom, r.x(), bottom));
        }
        if (shape instanceof Shape.Circle c) {
            return Optional.of(curve(c.centre(), c.radius(), c.radius(), 0));
        }
        if (shape instanceof Shape.Ellipse e) {
            return Optional.of(curve(e.centre(), e.rx(), e.ry(), e.theta()));
        }
        return Optional.empty();
    }

    private static Polygon curve(Point centre, double rx, double ry, double theta) {
        double cos = Math.cos(theta);
        double sin = Math.sin(theta);
        List<Point> points = new ArrayList<>(CURVE_VERTICES);
        for (int i = 0; i < CURVE_VERTICES; i++) {
            double angle = 2 * Math.PI * i / CURVE_VERTICES;
            double x = rx * Math.cos(angle);
            double y = ry * Math.sin(angle);
            points.add(centre.plus(x * cos - y * sin, x * sin + y * cos));
        }
        return new Polygon(points);
    }
}
