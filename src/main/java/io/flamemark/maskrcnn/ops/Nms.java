package io.flamemark.maskrcnn.ops;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Non-maximum suppression: of boxes that overlap too much only the one with the highest score is kept, as in
 * torchvision's {@code nms} and {@code batched_nms}. Among equal scores the earlier box goes first.
 */
public final class Nms {

    private Nms() {}

    /**
     * Suppresses within all boxes.
     *
     * @param boxes n boxes, flat xyxy
     * @param scores n scores
     * @param threshold a box is dropped where its intersection over union with a kept one is larger
     * @return the indices kept, by decreasing score
     */
    public static int[] keep(float[] boxes, float[] scores, float threshold) {
        return keep(boxes, scores, new int[scores.length], threshold);
    }

    /**
     * Suppresses within each group, such as a level or a class, on its own.
     *
     * @param groups n group numbers
     */
    public static int[] keep(float[] boxes, float[] scores, int[] groups, float threshold) {
        int[] order = IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -scores[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] kept = new int[order.length];
        int count = 0;
        for (int candidate : order) {
            if (!isSuppressed(candidate, boxes, groups, threshold, kept, count)) {
                kept[count++] = candidate;
            }
        }
        return Arrays.copyOf(kept, count);
    }

    private static boolean isSuppressed(
            int candidate, float[] boxes, int[] groups, float threshold, int[] kept, int count) {
        for (int i = 0; i < count; i++) {
            if (groups[kept[i]] == groups[candidate] && Boxes.iou(boxes, kept[i], boxes, candidate) > threshold) {
                return true;
            }
        }
        return false;
    }
}
