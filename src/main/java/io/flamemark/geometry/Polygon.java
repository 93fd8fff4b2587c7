package io.flamemark.geometry;

import java.util.ArrayList;
import java.util.List;

/**
 * A simple closed polygon in image pixels: the last vertex joins the first, which is not repeated. Fewer than three
 * vertices are allowed while a polygon is being drawn or was read so; such a polygon has no area.
 */
public record Polygon(List<Point> vertices) {

    public Polygon {
        vertices = PointList.copyOf(vertices);
    }

    /** From {@code x1, y1, x2, y2, ...}, the way COCO and the tests write polygons. */
    public static Polygon of(double... coordinates) {
        if (coordinates.length % 2 != 0) {
            throw new IllegalArgumentException("an odd number of coordinates: " + coordinates.length);
        }
        return new Polygon(PointList.of(coordinates));
    }

    public int size() {
        return vertices.size();
    }

    /** The smallest box around the vertices. */
    public Box bounds() {
        return Box.around(vertices);
    }

    /** Area in square pixels by the shoelace formula; the order of the vertices does not matter. */
    public double area() {
        return Math.abs(signedArea());
    }

    /** The area, negative where the vertices run against the clock on the screen. */
    public double signedArea() {
        double twice = 0;
        for (int i = 0; i < vertices.size(); i++) {
            Point a = vertices.get(i);
            Point b = vertices.get((i + 1) % vertices.size());
            twice += a.x() * b.y() - b.x() * a.y();
        }
        return twice / 2;
    }

    /** The polygon moved by (dx, dy). */
    public Polygon translated(double dx, double dy) {
        return new Polygon(vertices.stream().map(p -> p.plus(dx, dy)).toList());
    }

    /** The polygon scaled about the origin, as when its image is resized. */
    public Polygon scaled(double sx, double sy) {
        return new Polygon(
                vertices.stream().map(p -> new Point(p.x() * sx, p.y() * sy)).toList());
    }

    /** The polygon with vertex {@code index} at {@code to}. */
    public Polygon withVertex(int index, Point to) {
        List<Point> next = new ArrayList<>(vertices);
        next.set(index, to);
        return new Polygon(next);
    }

    /** The polygon with a new vertex before {@code index}; {@code index == size()} appends. */
    public Polygon withInserted(int index, Point vertex) {
        List<Point> next = new ArrayList<>(vertices);
        next.add(index, vertex);
        return new Polygon(next);
    }

    /** The polygon without vertex {@code index}. */
    public Polygon without(int index) {
        List<Point> next = new ArrayList<>(vertices);
        next.remove(index);
        return new Polygon(next);
    }
}
