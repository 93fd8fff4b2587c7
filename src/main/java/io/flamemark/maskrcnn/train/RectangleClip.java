package io.flamemark.maskrcnn.train;

import io.flamemark.geometry.Point;
import io.flamemark.geometry.Polygon;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts polygons off at the border of an image (Sutherland and Hodgman 1974). Pieces of a concave polygon stay joined by
 * edges along the border, which enclose nothing.
 */
final class RectangleClip {

    /** A border: positive on the inner side. */
    private interface Side {
        double distance(Point p);
    }

    private RectangleClip() {}

    /** The part of the polygon within {@code 0..width, 0..height}; without vertices where there is none. */
    static Polygon clip(Polygon polygon, double width, double height) {
        List<Side> sides = List.of(Point::x, Point::y, p -> width - p.x(), p -> height - p.y());
        List<Point> points = polygon.vertices();
        for (Side side : sides) {
            points = clip(points, side);
        }
        return new Polygon(points);
    }

    private static List<Point> clip(List<Point> points, Side side) {
        List<Point> inside = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            Point a = points.get(i);
            Point b = points.get((i + 1) % points.size());
            double da = side.distance(a);
            double db = side.distance(b);
            if (da >= 0) {
                inside.add(a);
            }
            if (da >= 0 != db >= 0) {
                double t = da / (da - db);
                inside.add(a.plus(t * (b.x() - a.x()), t * (b.y() - a.y())));
            }
        }
        return inside;
    }
}
