package io.flamemark.maskrcnn.ops;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Non-maximum suppression: of boxes that overlap too much only the one with the highest score is kept, as in
 * torchvision's {@code nms} and {@code batched_nms}. Among equal scores the earlier box goes first.
 */
public final class Nms {

    private static final int NONE = -1;

    private Nms() {}

    /**
     * Suppresses within all boxes.
     *
     * @param boxes n boxes, flat xyxy
     * @param scores n scores
     * @param threshold a box is dropped where its intersection over union with a kept one is larger
     * @return the indices kept, by decreasing score
     */
    public static int[] keep(float[] boxes, float[] scores, double threshold) {
        return keep(boxes, scores, new int[scores.length], threshold);
    }

    /**
     * Suppresses within each group, such as a level or a class, on its own.
     *
     * @param groups n group numbers
     */
    public static int[] keep(float[] boxes, float[] scores, int[] groups, double threshold) {
        Map<Integer, Integer> lastOfGroup = new HashMap<>();
        int[] previousOfGroup = new int[scores.length];
        int[] kept = new int[scores.length];
        int count = 0;
        for (int candidate : Ranking.descending(scores)) {
            int last = lastOfGroup.getOrDefault(groups[candidate], NONE);
            if (!isSuppressed(candidate, boxes, last, previousOfGroup, threshold)) {
                previousOfGroup[candidate] = last;
                lastOfGroup.put(groups[candidate], candidate);
                kept[count++] = candidate;
            }
        }
        return Arrays.copyOf(kept, count);
    }

    private static boolean isSuppressed(
            int candidate, float[] boxes, int lastKept, int[] previousKept, double threshold) {
        for (int kept = lastKept; kept != NONE; kept = previousKept[kept]) {
            if (Boxes.iou(boxes, kept, boxes, candidate) > threshold) {
                return true;
            }
        }
        return false;
    }
}
