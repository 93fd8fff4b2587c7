package io.flamemark.geometry;

import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.simplify.TopologyPreservingSimplifier;

/**
 * Fewer vertices for the same outline, by Douglas and Peucker's rule (1973); an outline that does not cross itself
 * still does not afterwards (JTS, {@code TopologyPreservingSimplifier}).
 */
public final class PolygonSimplifier {

    /** About what a careful hand strays by, in pixels: smooths the stairs of a traced mask and little else. */
    private static final double NATURAL_TOLERANCE = 1.0;

    private static final int HALVINGS = 24;

    private PolygonSimplifier() {}

    /**
     * Leaves out vertices without which the outline strays by no more than {@code tolerance} pixels. A polygon without
     * area is returned as it is.
     */
    public static Polygon simplify(Polygon polygon, double tolerance) {
        LinearRing ring = JtsRings.ringOf(polygon);
        if (ring.isEmpty()) {
            return polygon;
        }
        Geometry simplified = TopologyPreservingSimplifier.simplify(ring, tolerance);
        return JtsRings.polygonOf(simplified.getCoordinates());
    }

    /**
     * Simplifies to between {@code min} and {@code max} vertices, by a tolerance of one pixel where that does it, else
     * by the tolerance nearest to it. Where no tolerance gives that many, the result has fewer, but it never has more
     * than {@code max} unless the outline cannot be drawn with so few without crossing itself.
     */
    public static Polygon toVertexCount(Polygon polygon, int min, int max) {
        Polygon natural = simplify(polygon, NATURAL_TOLERANCE);
        if (natural.size() > max) {
            return finestWithin(natural, max);
        }
        return natural.size() < min ? coarsestWith(polygon, min, max) : natural;
    }

    /** By the smallest tolerance that leaves at most {@code max} vertices. */
    private static Polygon finestWithin(Polygon polygon, int max) {
        double low = 0;
        double high = diagonal(polygon);
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (simplify(polygon, middle).size() > max) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return simplify(polygon, high);
    }

    /** By the largest tolerance that leaves at least {@code min} vertices, yet never more than {@code max}. */
    private static Polygon coarsestWith(Polygon polygon, int min, int max) {
        double low = 0;
        double high = NATURAL_TOLERANCE;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (simplify(polygon, middle).size() < min) {
                high = middle;
            } else {
                low = middle;
            }
        }
        Polygon fine = simplify(polygon, low);
        return fine.size() <= max ? fine : finestWithin(fine, max);
    }

    private static double diagonal(Polygon polygon) {
        Box box = polygon.bounds();
        return Math.hypot(box.width(), box.height());
    }
}
