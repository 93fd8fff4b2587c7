package io.flamemark.annotation;

import io.flamemark.geometry.Box;
import java.util.Optional;

/** The box around each kind of {@link Shape}. */
final class ShapeBounds {

    private ShapeBounds() {}

    static Optional<Box> of(Shape shape) {
        if (shape instanceof Shape.Polygon polygon) {
            return polygon.outline().size() == 0
                    ? Optional.empty()
                    : Optional.of(polygon.outline().bounds());
        }
        if (shape instanceof Shape.Rectangle r) {
            return Optional.of(Box.ofXywh(r.x(), r.y(), r.width(), r.height()));
        }
        if (shape instanceof Shape.Circle c) {
            return Optional.of(around(c.centre().x(), c.centre().y(), c.radius(), c.radius()));
        }
        if (shape instanceof Shape.Ellipse e) {
            return Optional.of(ellipse(e));
        }
        if (shape instanceof Shape.Polyline line) {
            return line.points().isEmpty() ? Optional.empty() : Optional.of(Box.around(line.points()));
        }
        if (shape instanceof Shape.PointShape p) {
            return Optional.of(around(p.at().x(), p.at().y(), 0, 0));
        }
        return Optional.empty();
    }

    private static Box ellipse(Shape.Ellipse e) {
        double cos = Math.cos(e.theta());
        double sin = Math.sin(e.theta());
        double halfWidth = Math.hypot(e.rx() * cos, e.ry() * sin);
        double halfHeight = Math.hypot(e.rx() * sin, e.ry() * cos);
        return around(e.centre().x(), e.centre().y(), halfWidth, halfHeight);
    }

    private static Box around(double cx, double cy, double halfWidth, double halfHeight) {
        return new Box(cx - halfWidth, cy - halfHeight, cx + halfWidth, cy + halfHeight);
    }
}
