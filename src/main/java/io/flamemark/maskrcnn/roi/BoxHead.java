package io.flamemark.maskrcnn.roi;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Activation;
import io.flamemark.maskrcnn.layers.Initializer;
import io.flamemark.maskrcnn.layers.Linear;
import io.flamemark.maskrcnn.layers.Scope;
import io.flamemark.maskrcnn.ops.Precision;

/**
 * Two wide layers over the pooled features of a box, then its class and, for each class, its refined box (Girshick
 * 2015, Fast R-CNN; torchvision's {@code TwoMLPHead} and {@code FastRCNNPredictor}).
 */
final class BoxHead {

    /** The bins along each side of a pooled box. */
    static final int POOLED = 7;

    /**
     * What the head says.
     *
     * @param logits {@code [R, classes]}, background first
     * @param offsets {@code [R, classes, 4]}
     */
    record Output(NDArray logits, NDArray offsets) {}

    private final Linear fc6;
    private final Linear fc7;
    private final Linear classScore;
    private final Linear boxOffsets;

    /** @param scope {@code roi_heads} */
    BoxHead(Scope scope, int channels, int width, int classes) {
        Initializer initializer = Initializer.uniformByInputs(1);
        fc6 = scope.in("box_head").in("fc6").linear(channels * POOLED * POOLED, width, initializer);
        fc7 = scope.in("box_head").in("fc7").linear(width, width, initializer);
        Scope predictor = scope.in("box_predictor").with(Precision.FLOAT32);
        classScore = predictor.in("cls_score").linear(width, classes, initializer);
        boxOffsets = predictor.in("bbox_pred").linear(width, 4 * classes, initializer);
    }

    /** @param pooled {@code [R, channels, 7, 7]} */
    Output apply(NDArray pooled) {
        long boxes = pooled.getShape().get(0);
        try (NDArray first = rectified(fc6, pooled);
                NDArray second = rectified(fc7, first)) {
            return new Output(classScore.apply(second), boxOffsets.apply(second).reshape(boxes, -1, 4));
        }
    }

    private static NDArray rectified(Linear layer, NDArray x) {
        try (NDArray sum = layer.apply(x)) {
            return Activation.relu(sum);
        }
    }
}
