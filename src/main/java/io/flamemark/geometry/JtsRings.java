package io.flamemark.geometry;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;

/** Polygons as JTS rings and back. */
final class JtsRings {

    private static final GeometryFactory FACTORY = new GeometryFactory();

    private JtsRings() {}

    /** The closed ring of a polygon, consecutive equal vertices taken once; empty where fewer than three remain. */
    static LinearRing ringOf(Polygon polygon) {
        List<Coordinate> coordinates = new ArrayList<>();
        for (Point p : polygon.vertices()) {
            addUnlessRepeated(coordinates, new Coordinate(p.x(), p.y()));
        }
        if (!coordinates.isEmpty()) {
            addUnlessRepeated(coordinates, coordinates.get(0).copy());
        }
        return FACTORY.createLinearRing(
                coordinates.size() < LinearRing.MINIMUM_VALID_SIZE + 1
                        ? new Coordinate[0]
                        : coordinates.toArray(Coordinate[]::new));
    }

    /** The polygon of a closed coordinate list, whose last equals the first. */
    static Polygon polygonOf(Coordinate[] closed) {
        List<Point> points = new ArrayList<>(closed.length);
        for (int i = 0; i + 1 < closed.length; i++) {
            points.add(new Point(closed[i].x, closed[i].y));
        }
        return new Polygon(points);
    }

    private static void addUnlessRepeated(List<Coordinate> coordinates, Coordinate next) {
        if (coordinates.isEmpty() || !coordinates.get(coordinates.size() - 1).equals2D(next)) {
            coordinates.add(next);
        }
    }
}
