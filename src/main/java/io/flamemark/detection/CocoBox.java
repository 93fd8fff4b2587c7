package io.flamemark.detection;

import io.flamemark.geometry.Box;

/**
 * A box as COCO's files hold it. Kept apart from {@link Box} because turning {@code width} into a right edge and back
 * rounds, and scores that hang on a threshold would differ from pycocotools'.
 *
 * @param x left edge, pixels
 * @param y top edge, pixels
 */
public record CocoBox(double x, double y, double width, double height) {

    public static CocoBox of(Box box) {
        return new CocoBox(box.x1(), box.y1(), box.width(), box.height());
    }

    public double area() {
        return width * height;
    }

    /** The area common to both, 0 where they do not overlap. */
    public double intersectionArea(CocoBox other) {
        double w = Math.min(x + width, other.x + other.width) - Math.max(x, other.x);
        double h = Math.min(y + height, other.y + other.height) - Math.max(y, other.y);
        return w <= 0 || h <= 0 ? 0 : w * h;
    }
}
