package io.flamemark.maskrcnn.ops;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Non-maximum suppression: of boxes that overlap too much only the one with the highest score is kept, as in
 * torchvision's {@code nms} and {@code batched_nms}. Among equal scores the earlier box goes first.
 */
public final class Nms {

    /** Up to so many boxes torchvision suppresses groups in one go, moved apart; more of them group by group. */
    private static final int MOST_MOVED = 1000;

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
     * @param groups n group numbers, from 0
     */
    public static int[] keep(float[] boxes, float[] scores, int[] groups, double threshold) {
        float[] placed = scores.length > MOST_MOVED ? boxes : moved(boxes, groups);
        Map<Integer, Kept> ofGroup = new HashMap<>();
        int[] kept = new int[scores.length];
        int count = 0;
        for (int candidate : Ranking.descending(scores)) {
            if (ofGroup.computeIfAbsent(groups[candidate], group -> new Kept(threshold))
                    .admits(placed, 4 * candidate)) {
                kept[count++] = candidate;
            }
        }
        return Arrays.copyOf(kept, count);
    }

    /**
     * The boxes with each group moved out of reach of the one before. Nothing here needs that, but it costs the
     * coordinates of late groups some bits, and so decides as torchvision does which box at the threshold is kept.
     */
    private static float[] moved(float[] boxes, int[] groups) {
        float largest = Float.NEGATIVE_INFINITY;
        for (float edge : boxes) {
            largest = Math.max(largest, edge);
        }
        float[] moved = new float[boxes.length];
        for (int i = 0; i < boxes.length; i++) {
            moved[i] = boxes[i] + groups[i / 4] * (largest + 1);
        }
        return moved;
    }

    /** What was kept of a group, side by side: each candidate is compared with all of it. */
    private static final class Kept {

        private static final int FIRST_CAPACITY = 64;

        private final double threshold;
        private float[] boxes = new float[4 * FIRST_CAPACITY];
        private int end;

        Kept(double threshold) {
            this.threshold = threshold;
        }

        /** Keeps a box unless it overlaps too much with one that was kept. */
        boolean admits(float[] candidates, int at) {
            for (int kept = 0; kept < end; kept += 4) {
                if (Boxes.iouAt(boxes, kept, candidates, at) > threshold) {
                    return false;
                }
            }
            if (end == boxes.length) {
                boxes = Arrays.copyOf(boxes, 2 * end);
            }
            System.arraycopy(candidates, at, boxes, end, 4);
            end += 4;
            return true;
        }
    }
}
