package io.flamemark.edit;

import io.flamemark.annotation.Shape;

/** Moves shapes of every kind. */
public final class ShapeMotion {

    private ShapeMotion() {}

    /** The shape moved by (dx, dy) pixels; an unreadable shape stays as it is. */
    public static Shape translated(Shape shape, double dx, double dy) {
        if (shape instanceof Shape.Polygon polygon) {
            return new Shape.Polygon(polygon.outline().translated(dx, dy));
        }
        if (shape instanceof Shape.Rectangle r) {
            return new Shape.Rectangle(r.x() + dx, r.y() + dy, r.width(), r.height());
        }
        if (shape instanceof Shape.Circle c) {
            return new Shape.Circle(c.centre().plus(dx, dy), c.radius());
        }
        if (shape instanceof Shape.Ellipse e) {
            return new Shape.Ellipse(e.centre().plus(dx, dy), e.rx(), e.ry(), e.theta());
        }
        if (shape instanceof Shape.Polyline line) {
            return new Shape.Polyline(
                    line.points().stream().map(p -> p.plus(dx, dy)).toList());
        }
        if (shape instanceof Shape.PointShape p) {
            return new Shape.PointShape(p.at().plus(dx, dy));
        }
        return shape;
    }
}
