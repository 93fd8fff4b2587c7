package io.flamemark.app.annotate;

import io.flamemark.annotation.Shape;
import io.flamemark.annotation.ShapeOutline;
import io.flamemark.geometry.Box;
import java.util.Locale;
import java.util.Optional;

/** Shapes in words. */
final class RegionText {

    private RegionText() {}

    /** What it is, in two words: {@code 14 points}, {@code ellipse}. */
    static String brief(Shape shape) {
        if (shape instanceof Shape.Polygon polygon) {
            return polygon.outline().size() + " points";
        }
        return kind(shape).toLowerCase(Locale.ROOT);
    }

    static String kind(Shape shape) {
        if (shape instanceof Shape.Polygon) {
            return "Polygon";
        }
        if (shape instanceof Shape.Rectangle) {
            return "Rectangle";
        }
        if (shape instanceof Shape.Circle) {
            return "Circle";
        }
        if (shape instanceof Shape.Ellipse) {
            return "Ellipse";
        }
        if (shape instanceof Shape.Polyline) {
            return "Line";
        }
        return shape instanceof Shape.PointShape ? "Point" : "Unreadable";
    }

    /** {@code 120 x 80 px}, or empty where there is no extent. */
    static String extent(Shape shape) {
        return shape.bounds()
                .map(b -> "%s × %s px".formatted(whole(b.width()), whole(b.height())))
                .orElse("");
    }

    /** The left upper corner, {@code 34, 210}. */
    static String place(Shape shape) {
        Optional<Box> bounds = shape.bounds();
        return bounds.map(b -> whole(b.x1()) + ", " + whole(b.y1())).orElse("");
    }

    /** The area in pixels, or empty for a line. */
    static String area(Shape shape) {
        return ShapeOutline.polygonOf(shape)
                .map(p -> String.format(Locale.ROOT, "%,d px²", Math.round(p.area())))
                .orElse("");
    }

    private static String whole(double pixels) {
        return String.valueOf(Math.round(pixels));
    }
}
