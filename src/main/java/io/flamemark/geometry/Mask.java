package io.flamemark.geometry;

import java.util.BitSet;

/**
 * A binary mask: a window of {@code width x height} pixels whose top left pixel lies at (left, top) of the image.
 * Pixels outside the window are not set. Row-major; bit {@code y * width + x} of the window.
 */
public final class Mask {

    private final int left;
    private final int top;
    private final int width;
    private final int height;
    private final BitSet bits;

    /**
     * @param bits row-major bits of the window; not copied, must not be changed afterwards
     */
    public Mask(int left, int top, int width, int height, BitSet bits) {
        if (width < 0 || height < 0 || (long) width * height > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("impossible mask size " + width + "x" + height);
        }
        if (bits.length() > width * height) {
            throw new IllegalArgumentException("more bits than pixels: " + bits.length());
        }
        this.left = left;
        this.top = top;
        this.width = width;
        this.height = height;
        this.bits = bits;
    }

    public static Mask empty() {
        return new Mask(0, 0, 0, 0, new BitSet());
    }

    public int left() {
        return left;
    }

    public int top() {
        return top;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** Whether the pixel at column x, row y of the image is set. */
    public boolean get(int x, int y) {
        int column = x - left;
        int row = y - top;
        return column >= 0 && row >= 0 && column < width && row < height && bits.get(row * width + column);
    }

    /** The number of set pixels. */
    public int area() {
        return bits.cardinality();
    }

    public boolean isEmpty() {
        return bits.isEmpty();
    }

    /** The window, as a box in image pixels; it may be larger than what is set. */
    public Box window() {
        return Box.ofXywh(left, top, width, height);
    }

    /** The same pixels in the smallest window that holds them. */
    public Mask trimmed() {
        int x1 = Integer.MAX_VALUE;
        int x2 = -1;
        int y1 = -1;
        int y2 = -1;
        for (int y = 0; y < height; y++) {
            int first = bits.nextSetBit(y * width);
            if (first < 0) {
                break;
            }
            if (first >= (y + 1) * width) {
                continue;
            }
            int last = bits.previousSetBit((y + 1) * width - 1);
            x1 = Math.min(x1, first - y * width);
            x2 = Math.max(x2, last - y * width);
            y1 = y1 < 0 ? y : y1;
            y2 = y;
        }
        return y1 < 0 ? empty() : cropped(left + x1, top + y1, x2 - x1 + 1, y2 - y1 + 1);
    }

    /** The part inside the given window, which need not lie inside this one. */
    public Mask cropped(int newLeft, int newTop, int newWidth, int newHeight) {
        BitSet out = new BitSet(newWidth * newHeight);
        for (int y = Math.max(newTop, top); y < Math.min(newTop + newHeight, top + height); y++) {
            int row = (y - top) * width;
            int from = row + Math.max(newLeft, left) - left;
            int to = row + Math.min(newLeft + newWidth, left + width) - left;
            for (int i = bits.nextSetBit(from); i >= 0 && i < to; i = bits.nextSetBit(i + 1)) {
                out.set((y - newTop) * newWidth + (i - row + left - newLeft));
            }
        }
        return new Mask(newLeft, newTop, newWidth, newHeight, out);
    }

    /** The number of pixels set in both. */
    public int intersectionArea(Mask other) {
        Mask part = other.cropped(left, top, width, height);
        part.bits.and(bits);
        return part.area();
    }

    /** Intersection over union of the set pixels, 0 where both are empty. */
    public double iou(Mask other) {
        int common = intersectionArea(other);
        int union = area() + other.area() - common;
        return union > 0 ? (double) common / union : 0;
    }

    /** A copy of the window's bits, row-major. */
    public BitSet toBitSet() {
        return (BitSet) bits.clone();
    }

    /** Equal when the same image pixels are set, whatever the windows. */
    @Override
    public boolean equals(Object other) {
        if (!(other instanceof Mask that)) {
            return false;
        }
        Mask a = trimmed();
        Mask b = that.trimmed();
        return a.left == b.left
                && a.top == b.top
                && a.width == b.width
                && a.height == b.height
                && a.bits.equals(b.bits);
    }

    @Override
    public int hashCode() {
        return trimmed().bits.hashCode();
    }

    @Override
    public String toString() {
        return "Mask[" + width + "x" + height + " at " + left + "," + top + ", " + area() + " set]";
    }
}
