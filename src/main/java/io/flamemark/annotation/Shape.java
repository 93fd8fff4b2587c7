package io.flamemark.annotation;

import io.flamemark.geometry.Box;
import io.flamemark.geometry.Point;
import java.util.List;

/**
 * The outline of a region, one of VIA's six shapes, in image pixels; or one that could not be understood and is kept as
 * it was read. Source: VIA 2.0.11, {@code shape_attributes}.
 */
public sealed interface Shape {

    /** VIA's {@code polygon}: closed, the first vertex not repeated. */
    record Polygon(io.flamemark.geometry.Polygon outline) implements Shape {}

    /** VIA's {@code rect}: x, y, width, height. */
    record Rectangle(double x, double y, double width, double height) implements Shape {}

    /** VIA's {@code circle}. */
    record Circle(Point centre, double radius) implements Shape {}

    /** VIA's {@code ellipse}; {@code theta} in radians, clockwise on the screen, 0 in files before 2.0.8. */
    record Ellipse(Point centre, double rx, double ry, double theta) implements Shape {}

    /** VIA's {@code polyline}: open. */
    record Polyline(List<Point> points) implements Shape {
        public Polyline {
            points = List.copyOf(points);
        }
    }

    /** VIA's {@code point}. */
    record PointShape(Point at) implements Shape {}

    /** A shape that cannot be drawn or edited: what it called itself and why. Its file keeps it word for word. */
    record Unreadable(String name, String reason) implements Shape {}

    /** The smallest box around the shape; for an unreadable shape, none. */
    default java.util.Optional<Box> bounds() {
        return ShapeBounds.of(this);
    }
}
