package io.flamemark.geometry;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What of a polygon lies under a point: its inside, a vertex, an edge. Distances in pixels of the image. */
public final class HitTester {

    private HitTester() {}

    /**
     * The place on an edge nearest to a point.
     *
     * @param edge index of the vertex the edge starts from; a new vertex there goes before {@code edge + 1}
     * @param foot the nearest place on the edge
     * @param distance from the point to the foot
     */
    public record EdgeHit(int edge, Point foot, double distance) {}

    /**
     * Whether the point is inside by the even-odd rule. A point on an edge is inside if the polygon is on its right or
     * below, as in {@link PolygonRasterizer}.
     */
    public static boolean contains(Polygon polygon, Point point) {
        List<Point> points = polygon.vertices();
        boolean inside = false;
        for (int i = 0; i < points.size(); i++) {
            Point a = points.get(i);
            Point b = points.get((i + 1) % points.size());
            if ((a.y() <= point.y()) != (b.y() <= point.y())
                    && a.x() + (point.y() - a.y()) * ((b.x() - a.x()) / (b.y() - a.y())) <= point.x()) {
                inside = !inside;
            }
        }
        return inside;
    }

    /** The vertex nearest to the point, if it is within {@code tolerance}. */
    public static OptionalInt nearestVertex(Polygon polygon, Point point, double tolerance) {
        int nearest = -1;
        double best = tolerance;
        for (int i = 0; i < polygon.size(); i++) {
            double distance = polygon.vertices().get(i).distanceTo(point);
            if (distance <= best) {
                best = distance;
                nearest = i;
            }
        }
        return nearest < 0 ? OptionalInt.empty() : OptionalInt.of(nearest);
    }

    /** The edge nearest to the point, if it is within {@code tolerance}; the closing edge counts too. */
    public static Optional<EdgeHit> nearestEdge(Polygon polygon, Point point, double tolerance) {
        List<Point> points = polygon.vertices();
        EdgeHit best = null;
        for (int i = 0; i < points.size(); i++) {
            Point foot = footOn(points.get(i), points.get((i + 1) % points.size()), point);
            double distance = foot.distanceTo(point);
            if (distance <= tolerance && (best == null || distance < best.distance())) {
                best = new EdgeHit(i, foot, distance);
            }
        }
        return Optional.ofNullable(best);
    }

    private static Point footOn(Point a, Point b, Point point) {
        double dx = b.x() - a.x();
        double dy = b.y() - a.y();
        double squared = dx * dx + dy * dy;
        if (squared == 0) {
            return a;
        }
        double along = ((point.x() - a.x()) * dx + (point.y() - a.y()) * dy) / squared;
        double t = Math.max(0, Math.min(1, along));
        return a.plus(t * dx, t * dy);
    }
}
