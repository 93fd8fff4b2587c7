package io.flamemark.maskrcnn.roi;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import io.flamemark.maskrcnn.layers.Conv2d;
import io.flamemark.maskrcnn.layers.Initializer;
import io.flamemark.maskrcnn.layers.Norm;
import io.flamemark.maskrcnn.layers.Scope;
import io.flamemark.maskrcnn.ops.TorchFunction;
import java.util.ArrayList;
import java.util.List;

/**
 * A small fully convolutional network over the pooled features of a box: some 3x3 convolutions, a transposed one that
 * doubles the resolution, and a mask for each class (He et al. 2017, figure 4). With group norm each 3x3 convolution is
 * followed by one and has no bias.
 */
final class MaskHead {

    /** The bins along each side of a pooled box. */
    static final int POOLED = 14;

    /** The pixels along each side of a mask. */
    static final int SIZE = 2 * POOLED;

    private final List<Conv2d> convolutions = new ArrayList<>();
    private final List<Norm> norms = new ArrayList<>();
    private final NDArray enlargeWeight;
    private final NDArray enlargeBias;
    private final Conv2d logits;

    /** @param scope {@code roi_heads} */
    MaskHead(Scope scope, Norm.Kind norm, int channels, int layers, int classes) {
        for (int i = 0; i < layers; i++) {
            Scope at = scope.in("mask_head").in(i);
            if (norm == Norm.Kind.GROUP) {
                convolutions.add(at.in(0).conv(channels, channels, 3, 1, Initializer.heNormal()));
                norms.add(norm.create(at.in(1), channels, 1));
            } else {
                convolutions.add(at.in(0).convWithBias(channels, channels, 3, Initializer.heNormal()));
            }
        }
        Scope enlarge = scope.in("mask_predictor").in("conv5_mask");
        enlargeWeight = enlarge.weight("weight", new Shape(channels, channels, 2, 2), Initializer.heNormal());
        enlargeBias = enlarge.weight("bias", new Shape(channels), Initializer.constant(0));
        logits = scope.in("mask_predictor")
                .in("mask_fcn_logits")
                .convWithBias(channels, classes, 1, Initializer.heNormal());
    }

    /**
     * @param pooled {@code [R, channels, 14, 14]}
     * @return logits {@code [R, classes, 28, 28]}
     */
    NDArray apply(NDArray pooled) {
        NDArray x = pooled;
        for (int i = 0; i < convolutions.size(); i++) {
            x = convolutions.get(i).apply(x);
            x = Activation.relu(norms.isEmpty() ? x : norms.get(i).apply(x));
        }
        return logits.apply(Activation.relu(Enlarge.FUNCTION.apply(x, enlargeWeight, enlargeBias)));
    }

    /** The transposed convolution DJL has no method for; compiled on first use, kept for the life of the process. */
    private static final class Enlarge {

        static final TorchFunction FUNCTION = TorchFunction.compile(
                List.of("x", "weight", "bias"),
                "return torch.conv_transpose2d(x, weight, bias, [2, 2], [0, 0], [0, 0], 1, [1, 1])");
    }
}
