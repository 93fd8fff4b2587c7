package io.flamemark.maskrcnn.ops;

import io.flamemark.geometry.Mask;

/**
 * RoIAlign of a binary mask over a box, as torchvision's {@code project_masks_on_boxes} makes mask targets: bilinear
 * samples about a pixel apart, averaged in each of S x S bins. Plain Java, because targets are not differentiated.
 */
public final class MaskAlign {

    private MaskAlign() {}

    /**
     * Averages a mask in the bins of one box.
     *
     * @param mask of an image of {@code width x height} pixels
     * @param boxes flat xyxy, in pixels of that image
     * @param index which box
     * @param bins S, the bins along each side
     * @param out receives S x S values 0..1, row-major, from {@code start}
     */
    public static void align(
            Mask mask, int width, int height, float[] boxes, int index, int bins, float[] out, int start) {
        AxisTaps acrossX = taps(boxes[4 * index], boxes[4 * index + 2], bins, width);
        AxisTaps acrossY = taps(boxes[4 * index + 1], boxes[4 * index + 3], bins, height);
        float[] row = new float[bins];
        for (int y = 0; y < bins; y++) {
            for (int tap = 0; tap < acrossY.count(y); tap++) {
                averageRow(mask, acrossY.pixel(y, tap), acrossX, row);
                float weight = acrossY.weight(y, tap);
                for (int x = 0; x < bins; x++) {
                    out[start + y * bins + x] += weight * row[x];
                }
            }
        }
    }

    private static AxisTaps taps(float from, float to, int bins, int size) {
        float length = Math.max(to - from, 1);
        AxisTaps taps = new AxisTaps(bins, (int) Math.ceil(length / bins));
        taps.cover(from, to, size);
        return taps;
    }

    private static void averageRow(Mask mask, int y, AxisTaps acrossX, float[] row) {
        for (int x = 0; x < row.length; x++) {
            float sum = 0;
            for (int tap = 0; tap < acrossX.count(x); tap++) {
                if (mask.get(acrossX.pixel(x, tap), y)) {
                    sum += acrossX.weight(x, tap);
                }
            }
            row[x] = sum;
        }
    }
}
