package io.flamemark.imaging;

/**
 * A picture whose pixels are no colours but numbers: of classes, or of objects. 0 is background.
 *
 * @param values row-major, {@code width * height} of them, 0..65535; shared, not to be changed once handed over
 * @param wide whether the numbers were stored with 16 bits
 */
public record LabelImage(int width, int height, char[] values, boolean wide) {

    public LabelImage {
        if (width <= 0 || height <= 0 || values.length != width * height) {
            throw new IllegalArgumentException(values.length + " values for " + width + "x" + height);
        }
    }

    /** The number at column x, row y. */
    public int get(int x, int y) {
        return values[y * width + x];
    }
}
