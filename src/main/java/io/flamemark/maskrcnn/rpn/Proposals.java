package io.flamemark.maskrcnn.rpn;

import io.flamemark.maskrcnn.ops.Pyramid;
import java.util.List;

/**
 * Where objects might be.
 *
 * @param boxes for each image of the batch its proposals by falling objectness, flat xyxy, network pixels
 * @param origin what the losses are computed from
 */
public record Proposals(List<float[]> boxes, Origin origin) {

    /** Where they were looked for, and from which anchors. */
    record Origin(Pyramid pyramid, float[] anchors) {}
}
