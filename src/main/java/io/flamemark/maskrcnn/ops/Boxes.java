package io.flamemark.maskrcnn.ops;

import java.util.Arrays;

/** Arithmetic on boxes, flat xyxy in pixels. */
public final class Boxes {

    private Boxes() {}

    /** The number of boxes in a flat array. */
    public static int count(float[] boxes) {
        return boxes.length / 4;
    }

    /**
     * Intersection over union of every pair.
     *
     * @return row-major {@code [count(a), count(b)]}
     */
    public static float[] iou(float[] a, float[] b) {
        int columns = count(b);
        float[] result = new float[count(a) * columns];
        for (int row = 0; row < count(a); row++) {
            for (int column = 0; column < columns; column++) {
                result[row * columns + column] = iouAt(a, 4 * row, b, 4 * column);
            }
        }
        return result;
    }

    /** Moves every edge into an image of the given size, in place. */
    public static void clip(float[] boxes, float width, float height) {
        for (int i = 0; i < boxes.length; i++) {
            float most = (i & 1) == 0 ? width : height;
            boxes[i] = Math.max(0, Math.min(most, boxes[i]));
        }
    }

    /** The indices of the boxes whose sides are both at least {@code smallest} pixels long. */
    public static int[] notSmaller(float[] boxes, float smallest) {
        int[] kept = new int[count(boxes)];
        int found = 0;
        for (int i = 0; i < kept.length; i++) {
            if (boxes[4 * i + 2] - boxes[4 * i] >= smallest && boxes[4 * i + 3] - boxes[4 * i + 1] >= smallest) {
                kept[found++] = i;
            }
        }
        return Arrays.copyOf(kept, found);
    }

    /** The chosen boxes, in the order of the indices. */
    public static float[] select(float[] boxes, int[] indices) {
        float[] chosen = new float[4 * indices.length];
        for (int i = 0; i < indices.length; i++) {
            System.arraycopy(boxes, 4 * indices[i], chosen, 4 * i, 4);
        }
        return chosen;
    }

    /** Of the box that begins at one place of an array and the one that begins at a place of another. */
    static float iouAt(float[] a, int i, float[] b, int j) {
        float width = Math.min(a[i + 2], b[j + 2]) - Math.max(a[i], b[j]);
        float height = Math.min(a[i + 3], b[j + 3]) - Math.max(a[i + 1], b[j + 1]);
        if (width <= 0 || height <= 0) {
            return 0;
        }
        float common = width * height;
        return common / (areaAt(a, i) + areaAt(b, j) - common);
    }

    private static float areaAt(float[] boxes, int i) {
        return (boxes[i + 2] - boxes[i]) * (boxes[i + 3] - boxes[i + 1]);
    }
}
