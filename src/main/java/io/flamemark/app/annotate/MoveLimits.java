package io.flamemark.app.annotate;

import io.flamemark.annotation.Shape;
import io.flamemark.geometry.Box;
import io.flamemark.geometry.Point;
import java.util.Collection;

/** How far shapes can be moved without leaving the image. */
final class MoveLimits {

    private MoveLimits() {}

    /** The part of the movement (dx, dy) that keeps all shapes inside, on whole pixels where they are meant. */
    static Point within(Collection<Shape> shapes, double dx, double dy, ToolContext context) {
        double x = context.rounded(dx);
        double y = context.rounded(dy);
        for (Shape shape : shapes) {
            if (shape.bounds().isPresent()) {
                Box box = shape.bounds().get();
                x = limited(x, box.x1(), box.x2(), context.width());
                y = limited(y, box.y1(), box.y2(), context.height());
            }
        }
        return new Point(x, y);
    }

    /** A shape that already reaches out of the image may come back in, but go no further out. */
    private static double limited(double wanted, double low, double high, double size) {
        double least = Math.min(0, -low);
        double most = Math.max(0, size - high);
        return Math.max(least, Math.min(most, wanted));
    }
}
