package io.flamemark.edit;

import io.flamemark.annotation.Shape;
import io.flamemark.geometry.Point;
import java.util.List;
import java.util.Optional;

/** What a shape must be before a person may make it; files may hold worse, which is kept but cannot be made here. */
final class ShapeRules {

    /** VIA's own minimum. */
    private static final int FEWEST_POLYGON_VERTICES = 3;

    private static final int FEWEST_LINE_POINTS = 2;

    private ShapeRules() {}

    /** The reason why nobody may make this shape, if there is one. */
    static Optional<String> flawOf(Shape shape) {
        if (shape instanceof Shape.Polygon polygon) {
            return points(polygon.outline().vertices(), FEWEST_POLYGON_VERTICES, "A polygon");
        }
        if (shape instanceof Shape.Polyline line) {
            return points(line.points(), FEWEST_LINE_POINTS, "A line");
        }
        if (shape instanceof Shape.Unreadable) {
            return Optional.of("A shape that cannot be read cannot be made.");
        }
        return Optional.empty();
    }

    private static Optional<String> points(List<Point> points, int fewest, String what) {
        if (!points.stream().allMatch(Point::isFinite)) {
            return Optional.of(what + " needs points with finite coordinates.");
        }
        return points.size() < fewest
                ? Optional.of(
                        what + " needs at least " + fewest + " points; this one would have " + points.size() + ".")
                : Optional.empty();
    }
}
