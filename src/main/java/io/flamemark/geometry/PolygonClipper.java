package io.flamemark.geometry;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Cuts polygons at the border of an image (Sutherland and Hodgman 1974). An outline that leaves the image and comes
 * back runs along the border in between, so it stays one polygon and encloses the same pixels.
 */
public final class PolygonClipper {

    private PolygonClipper() {}

    /** The part inside an image of {@code width x height}; without vertices where nothing is. */
    public static Polygon clip(Polygon polygon, double width, double height) {
        List<Point> points = polygon.vertices();
        points = keepWhereNotNegative(points, Point::x);
        points = keepWhereNotNegative(points, p -> width - p.x());
        points = keepWhereNotNegative(points, Point::y);
        points = keepWhereNotNegative(points, p -> height - p.y());
        return new Polygon(points.stream()
                .map(p -> new Point(unrounded(p.x(), width), unrounded(p.y(), height)))
                .toList());
    }

    /** A computed cut may miss the border by a rounding error. */
    private static double unrounded(double coordinate, double limit) {
        return Math.max(0, Math.min(limit, coordinate));
    }

    private static List<Point> keepWhereNotNegative(List<Point> points, ToDoubleFunction<Point> inside) {
        List<Point> kept = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            Point from = points.get(i);
            Point to = points.get((i + 1) % points.size());
            double a = inside.applyAsDouble(from);
            double b = inside.applyAsDouble(to);
            if (a >= 0) {
                kept.add(from);
            }
            if (a > 0 && b < 0 || a < 0 && b > 0) {
                double t = a / (a - b);
                kept.add(from.plus(t * (to.x() - from.x()), t * (to.y() - from.y())));
            }
        }
        return kept;
    }
}
