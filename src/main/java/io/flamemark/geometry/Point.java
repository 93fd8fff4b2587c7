package io.flamemark.geometry;

/**
 * A place in an image: x to the right, y down, in pixels. The top left corner of the image is (0, 0); the centre of the
 * first pixel is (0.5, 0.5).
 */
public record Point(double x, double y) {

    public Point plus(double dx, double dy) {
        return new Point(x + dx, y + dy);
    }

    /** Distance to {@code other} in pixels. */
    public double distanceTo(Point other) {
        return Math.hypot(x - other.x, y - other.y);
    }

    /** As the one a record has, but also quick before it was compiled: projects hold millions of points. */
    @Override
    public int hashCode() {
        return hash(x, y);
    }

    static int hash(double x, double y) {
        return 31 * Double.hashCode(x) + Double.hashCode(y);
    }

    public boolean isFinite() {
        return Double.isFinite(x) && Double.isFinite(y);
    }
}
