package io.flamemark.geometry;

import java.util.Collection;

/**
 * An axis-parallel box, {@code xyxy} in image pixels: left, top, right, bottom. A box with {@code x2 <= x1} or
 * {@code y2 <= y1} has no area.
 */
public record Box(double x1, double y1, double x2, double y2) {

    /** The box of COCO's {@code [x, y, width, height]}. */
    public static Box ofXywh(double x, double y, double width, double height) {
        return new Box(x, y, x + width, y + height);
    }

    /**
     * The smallest box around all points.
     *
     * @throws IllegalArgumentException if there is no point
     */
    public static Box around(Collection<Point> points) {
        if (points.isEmpty()) {
            throw new IllegalArgumentException("no point to put a box around");
        }
        double x1 = Double.POSITIVE_INFINITY;
        double y1 = Double.POSITIVE_INFINITY;
        double x2 = Double.NEGATIVE_INFINITY;
        double y2 = Double.NEGATIVE_INFINITY;
        for (Point p : points) {
            x1 = Math.min(x1, p.x());
            y1 = Math.min(y1, p.y());
            x2 = Math.max(x2, p.x());
            y2 = Math.max(y2, p.y());
        }
        return new Box(x1, y1, x2, y2);
    }

    public double width() {
        return x2 - x1;
    }

    public double height() {
        return y2 - y1;
    }

    /** Area in square pixels, 0 where the box is empty. */
    public double area() {
        return Math.max(0, width()) * Math.max(0, height());
    }

    public Point centre() {
        return new Point((x1 + x2) / 2, (y1 + y2) / 2);
    }

    public boolean contains(Point p) {
        return p.x() >= x1 && p.x() <= x2 && p.y() >= y1 && p.y() <= y2;
    }

    /** The common part, possibly empty. */
    public Box intersect(Box other) {
        return new Box(Math.max(x1, other.x1), Math.max(y1, other.y1), Math.min(x2, other.x2), Math.min(y2, other.y2));
    }

    /** Intersection over union, 0 where both are empty. */
    public double iou(Box other) {
        double common = intersect(other).area();
        double union = area() + other.area() - common;
        return union > 0 ? common / union : 0;
    }

    /** The box scaled about the origin, as when its image is resized. */
    public Box scaled(double sx, double sy) {
        return new Box(x1 * sx, y1 * sy, x2 * sx, y2 * sy);
    }

    /** The part inside an image of {@code width x height} pixels. */
    public Box clippedTo(double width, double height) {
        return new Box(clamp(x1, 0, width), clamp(y1, 0, height), clamp(x2, 0, width), clamp(y2, 0, height));
    }

    private static double clamp(double value, double low, double high) {
        return Math.max(low, Math.min(high, value));
    }
}
