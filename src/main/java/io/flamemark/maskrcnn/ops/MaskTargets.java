package io.flamemark.maskrcnn.ops;

import io.flamemark.geometry.Box;
import io.flamemark.geometry.Mask;

/**
 * What the mask head should say for a box: the true mask under the box, cut into a square of cells, each cell the part of
 * it that is set. This is RoIAlign of the mask with dense sampling, as torchvision's {@code project_masks_on_boxes} does
 * it; plain Java, because nothing is differentiated.
 */
public final class MaskTargets {

    private MaskTargets() {}

    /**
     * The target of one box.
     *
     * @param mask the true mask
     * @param imageWidth of the image the mask belongs to, in pixels; the border rule of RoIAlign needs it
     * @param imageHeight likewise
     * @param box in pixels of the mask's image
     * @param size the cells along each side, 28 as a rule
     * @return row-major {@code [size, size]}, from 0 to 1
     */
    public static float[] project(Mask mask, int imageWidth, int imageHeight, Box box, int size) {
        AxisTaps acrossX = AxisTaps.dense(size, (float) box.x1(), (float) box.x2(), imageWidth);
        AxisTaps acrossY = AxisTaps.dense(size, (float) box.y1(), (float) box.y2(), imageHeight);
        float[] target = new float[size * size];
        float[] row = new float[size];
        int rowAt = -1;
        for (int y = 0; y < size; y++) {
            for (int i = 0; i < acrossY.count(y); i++) {
                if (acrossY.pixel(y, i) != rowAt) {
                    rowAt = acrossY.pixel(y, i);
                    pool(mask, rowAt, acrossX, row);
                }
                for (int x = 0; x < size; x++) {
                    target[y * size + x] += acrossY.weight(y, i) * row[x];
                }
            }
        }
        return target;
    }

    /** One row of the mask in cells. */
    private static void pool(Mask mask, int y, AxisTaps acrossX, float[] row) {
        for (int x = 0; x < row.length; x++) {
            float sum = 0;
            for (int i = 0; i < acrossX.count(x); i++) {
                sum += mask.get(acrossX.pixel(x, i), y) ? acrossX.weight(x, i) : 0;
            }
            row[x] = sum;
        }
    }
}
