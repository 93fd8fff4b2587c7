package io.flamemark.maskrcnn.rpn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import io.flamemark.maskrcnn.layers.Conv2d;
import io.flamemark.maskrcnn.layers.Initializer;
import io.flamemark.maskrcnn.layers.Scope;

/**
 * Judges every anchor: one shared convolution, then a logit and four offsets for each (Ren et al. 2015; torchvision's
 * {@code RPNHead}).
 */
final class RpnHead {

    /**
     * What the head says about all anchors, in the order of {@code AnchorGenerator}.
     *
     * @param logits {@code [N, anchors]}, above 0 where an object is more likely than not
     * @param offsets {@code [N, anchors, 4]}
     */
    record Output(NDArray logits, NDArray offsets) {}

    private final Conv2d shared;
    private final Conv2d logits;
    private final Conv2d offsets;

    /** @param scope {@code rpn.head} */
    RpnHead(Scope scope, int channels, int anchorsPerPixel) {
        Initializer initializer = Initializer.normal(0.01);
        shared = scope.in("conv").in(0).in(0).convWithBias(channels, channels, 3, initializer);
        logits = scope.in("cls_logits").convWithBias(channels, anchorsPerPixel, 1, initializer);
        offsets = scope.in("bbox_pred").convWithBias(channels, 4 * anchorsPerPixel, 1, initializer);
    }

    /** @param pyramid P2..P6, each {@code [N, channels, H, W]} */
    Output apply(NDList pyramid) {
        NDList allLogits = new NDList(pyramid.size());
        NDList allOffsets = new NDList(pyramid.size());
        for (NDArray level : pyramid) {
            NDArray x = shared.rectified(level);
            allLogits.add(byAnchor(logits.apply(x), 1));
            allOffsets.add(byAnchor(offsets.apply(x), 4));
        }
        return new Output(NDArrays.concat(allLogits, 1).squeeze(2), NDArrays.concat(allOffsets, 1));
    }

    /** {@code [N, A * values, H, W] -> [N, H * W * A, values]}. */
    private static NDArray byAnchor(NDArray map, int values) {
        long images = map.getShape().get(0);
        return map.transpose(0, 2, 3, 1).reshape(images, -1, values);
    }
}
