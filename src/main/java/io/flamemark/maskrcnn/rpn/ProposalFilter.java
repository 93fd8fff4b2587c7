package io.flamemark.maskrcnn.rpn;

import io.flamemark.maskrcnn.backbone.ImageSize;
import io.flamemark.maskrcnn.ops.BoxCoder;
import io.flamemark.maskrcnn.ops.Boxes;
import io.flamemark.maskrcnn.ops.Nms;
import java.util.Arrays;

/**
 * Picks the proposals of one image: the most likely anchors of each level, moved by their offsets, clipped, and of those
 * that overlap on a level only the best (torchvision's {@code filter_proposals}).
 *
 * @param beforeNms anchors a level that go into suppression
 * @param afterNms proposals an image that come out of it
 */
record ProposalFilter(int beforeNms, int afterNms) {

    private static final float NMS_THRESHOLD = 0.7f;
    private static final float SMALLEST_SIDE = 1e-3f;

    /**
     * @param logits of all anchors
     * @param offsets of all anchors, flat
     * @param anchors flat xyxy
     * @param levelSizes anchors a level, in order
     */
    float[] filter(float[] logits, float[] offsets, float[] anchors, int[] levelSizes, ImageSize image) {
        int[] chosen = new int[logits.length];
        int[] levels = new int[logits.length];
        int count = 0;
        int start = 0;
        for (int level = 0; level < levelSizes.length; level++) {
            for (int anchor : best(logits, start, levelSizes[level])) {
                levels[count] = level;
                chosen[count++] = anchor;
            }
            start += levelSizes[level];
        }
        int[] candidates = Arrays.copyOf(chosen, count);
        float[] boxes = BoxCoder.PROPOSALS.decode(
                Boxes.select(offsets, candidates), Boxes.select(anchors, candidates), 1);
        Boxes.clip(boxes, image.width(), image.height());
        int[] large = Boxes.notSmaller(boxes, SMALLEST_SIDE);
        boxes = Boxes.select(boxes, large);
        float[] scores = new float[large.length];
        int[] groups = new int[large.length];
        for (int i = 0; i < large.length; i++) {
            scores[i] = logits[candidates[large[i]]];
            groups[i] = levels[large[i]];
        }
        int[] kept = Nms.keep(boxes, scores, groups, NMS_THRESHOLD);
        return Boxes.select(boxes, Arrays.copyOf(kept, Math.min(kept.length, afterNms)));
    }

    /** The indices of the largest logits of one level, by falling logit; not-a-number never gets in. */
    private int[] best(float[] logits, int start, int size) {
        long[] keys = new long[size];
        int count = 0;
        for (int i = 0; i < size; i++) {
            float logit = logits[start + i];
            if (!Float.isNaN(logit)) {
                keys[count++] = (long) ascending(-logit) << 32 | i;
            }
        }
        Arrays.sort(keys, 0, count);
        int[] best = new int[Math.min(beforeNms, count)];
        for (int i = 0; i < best.length; i++) {
            best[i] = start + (int) keys[i];
        }
        return best;
    }

    /** An int that orders as the float does. */
    private static int ascending(float value) {
        int bits = Float.floatToIntBits(value);
        return bits >= 0 ? bits : bits ^ 0x7fffffff;
    }
}
