package io.flamemark.exchange.part;

import io.flamemark.annotation.Shape;
import io.flamemark.geometry.Point;
import io.flamemark.geometry.Polygon;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Shapes of the coordinates that stand in files, and what cannot be a shape. */
public final class Outlines {

    /** No picture is that wide; larger numbers are damage. */
    private static final double LARGEST = 1e7;

    private Outlines() {}

    /** What makes points impossible, as it goes after "a shape that ": empty where nothing does. */
    public static Optional<String> damage(List<Point> points) {
        return points.stream()
                .filter(p -> !isPossible(p.x()) || !isPossible(p.y()))
                .findFirst()
                .map(p -> "has the point (" + p.x() + ", " + p.y() + "), which is in no picture");
    }

    private static boolean isPossible(double coordinate) {
        return Math.abs(coordinate) <= LARGEST;
    }

    /** A closed polygon, its first point not repeated at the end. */
    public static Shape polygon(List<Point> points) {
        int last = points.size() - 1;
        boolean closed = last > 2 && points.get(0).equals(points.get(last));
        return new Shape.Polygon(new Polygon(closed ? points.subList(0, last) : points));
    }

    /** A rectangle where the polygon is an upright one with its first corner at the top left, else the polygon. */
    public static Shape rectangleOrPolygon(List<Point> points) {
        Shape shape = polygon(points);
        List<Point> p = ((Shape.Polygon) shape).outline().vertices();
        if (p.size() != 4) {
            return shape;
        }
        Point start = p.get(0);
        Point opposite = p.get(2);
        boolean upright = p.get(1).equals(new Point(opposite.x(), start.y()))
                && p.get(3).equals(new Point(start.x(), opposite.y()))
                && opposite.x() > start.x()
                && opposite.y() > start.y();
        return upright
                ? new Shape.Rectangle(start.x(), start.y(), opposite.x() - start.x(), opposite.y() - start.y())
                : shape;
    }

    /** A coordinate as it is written in text files: to a thousandth of a pixel, the finest that any annotator sees. */
    public static double rounded(double coordinate) {
        return Math.rint(coordinate * 1e3) / 1e3;
    }

    /** With all coordinates {@linkplain #rounded(double) rounded}. */
    public static Polygon rounded(Polygon polygon) {
        List<Point> points = new ArrayList<>(polygon.size());
        polygon.vertices().forEach(p -> points.add(rounded(p)));
        return new Polygon(points);
    }

    /** With both coordinates {@linkplain #rounded(double) rounded}. */
    public static Point rounded(Point point) {
        return new Point(rounded(point.x()), rounded(point.y()));
    }
}
