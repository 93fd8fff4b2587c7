package io.flamemark.maskrcnn.rpn;

import java.util.List;

/**
 * Where objects might be.
 *
 * @param boxes for each image of the batch its proposals by falling objectness, flat xyxy, network pixels
 * @param judged what the losses are computed from
 */
public record Proposals(List<float[]> boxes, Judged judged) {

    /** What the head said, about which anchors. */
    record Judged(RpnHead.Output output, float[] anchors) {}
}
