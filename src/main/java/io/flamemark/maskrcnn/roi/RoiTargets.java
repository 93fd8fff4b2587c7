package io.flamemark.maskrcnn.roi;

import io.flamemark.maskrcnn.ops.Concat;
import java.util.Arrays;

/**
 * The boxes the heads learn from, over a batch, and what they should say about them.
 *
 * @param boxes R boxes, flat xyxy, network pixels
 * @param imageOfBox the image of each
 * @param labels the class of each, 0 for background
 * @param positives the indices of those that hold an object
 * @param offsets for each positive the offsets to its true box, flat
 * @param masks for each positive its mask, {@code 28 * 28} values
 */
record RoiTargets(float[] boxes, int[] imageOfBox, int[] labels, int[] positives, float[] offsets, float[] masks) {

    /** No box at all. */
    static RoiTargets none() {
        return new RoiTargets(new float[0], new int[0], new int[0], new int[0], new float[0], new float[0]);
    }

    /** These and then those of the next image. */
    RoiTargets plus(RoiTargets next) {
        int before = labels.length;
        return new RoiTargets(
                Concat.of(boxes, next.boxes),
                Concat.of(imageOfBox, next.imageOfBox),
                Concat.of(labels, next.labels),
                Concat.of(
                        positives,
                        Arrays.stream(next.positives).map(i -> i + before).toArray()),
                Concat.of(offsets, next.offsets),
                Concat.of(masks, next.masks));
    }
}
