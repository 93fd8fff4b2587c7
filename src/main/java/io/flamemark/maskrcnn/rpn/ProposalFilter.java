package io.flamemark.maskrcnn.rpn;

import io.flamemark.maskrcnn.backbone.ImageSize;
import io.flamemark.maskrcnn.ops.BoxCoder;
import io.flamemark.maskrcnn.ops.Boxes;
import io.flamemark.maskrcnn.ops.Nms;
import io.flamemark.maskrcnn.ops.Ranking;
import java.util.Arrays;

/**
 * Picks the proposals of one image: the most likely anchors of each level, moved by their offsets, clipped, and of
 * those that overlap on a level only the best (torchvision's {@code filter_proposals}).
 *
 * @param beforeNms anchors a level that go into suppression
 * @param afterNms proposals an image that come out of it
 */
record ProposalFilter(int beforeNms, int afterNms) {

    private static final double NMS_THRESHOLD = 0.7;
    private static final float SMALLEST_SIDE = 1e-3f;

    /**
     * @param logits of all anchors
     * @param offsets of all anchors, flat
     * @param anchors flat xyxy
     * @param levelSizes anchors a level, in order
     * @param image the image without padding
     * @return boxes by falling score, flat xyxy, network pixels
     */
    float[] filter(float[] logits, float[] offsets, float[] anchors, int[] levelSizes, ImageSize image) {
        int[] chosen = new int[logits.length];
        int[] levels = new int[logits.length];
        int count = 0;
        int start = 0;
        for (int level = 0; level < levelSizes.length; level++) {
            for (int anchor : Ranking.top(logits, start, start + levelSizes[level], beforeNms)) {
                levels[count] = level;
                chosen[count++] = anchor;
            }
            start += levelSizes[level];
        }
        int[] candidates = Arrays.copyOf(chosen, count);
        float[] boxes =
                BoxCoder.PROPOSALS.decode(Boxes.select(offsets, candidates), Boxes.select(anchors, candidates), 1);
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
}
