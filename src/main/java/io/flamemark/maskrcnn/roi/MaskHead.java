package io.flamemark.maskrcnn.roi;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.flamemark.maskrcnn.layers.Conv2d;
import io.flamemark.maskrcnn.layers.ConvNorm;
import io.flamemark.maskrcnn.layers.Initializer;
import io.flamemark.maskrcnn.layers.Norm;
import io.flamemark.maskrcnn.layers.Scope;
import io.flamemark.maskrcnn.ops.Precision;
import io.flamemark.maskrcnn.ops.TorchFunction;
import io.flamemark.maskrcnn.ops.TorchFunctions;
import java.util.ArrayList;
import java.util.List;

/**
 * A small fully convolutional network over the pooled features of a box: some 3x3 convolutions, a transposed one that
 * doubles the resolution, and a mask for each class (He et al. 2017, Mask R-CNN, figure 4; torchvision's
 * {@code MaskRCNNHeads} and {@code MaskRCNNPredictor}). With group norm each 3x3 convolution is followed by one and has
 * no bias.
 */
final class MaskHead {

    /** The bins along each side of a pooled box. */
    static final int POOLED = 14;

    /** The pixels along each side of a mask. */
    static final int SIZE = 2 * POOLED;

    private static final TorchFunctions<Precision> PREDICTOR = new TorchFunctions<>(MaskHead::predictor);

    private final List<ConvNorm> layers = new ArrayList<>();
    private final Precision precision;
    private final NDArray enlargeWeight;
    private final NDArray enlargeBias;
    private final Conv2d logits;

    /**
     * @param scope {@code roi_heads}
     * @param layers 3x3 convolutions, may be 0
     */
    MaskHead(Scope scope, Norm.Kind norm, int channels, int layers, int classes) {
        precision = scope.precision();
        for (int i = 0; i < layers; i++) {
            Scope at = scope.in("mask_head").in(i);
            this.layers.add(ConvNorm.normedOrBiased(at, norm, channels, channels, 3, Initializer.heNormal()));
        }
        Scope predictor = scope.in("mask_predictor");
        Scope enlarge = predictor.in("conv5_mask");
        enlargeWeight = enlarge.weight("weight", new Shape(channels, channels, 2, 2), Initializer.heNormal());
        enlargeBias = enlarge.weight("bias", new Shape(channels), Initializer.constant(0));
        logits = predictor.in("mask_fcn_logits").convWithBias(channels, classes, 1, Initializer.heNormal());
    }

    /**
     * @param pooled {@code [R, channels, 14, 14]}
     * @return logits {@code [R, classes, 28, 28]}
     */
    NDArray apply(NDArray pooled) {
        if (layers.isEmpty()) {
            return predicted(pooled);
        }
        try (NDArray x = ConvNorm.rectified(layers, pooled)) {
            return predicted(x);
        }
    }

    private NDArray predicted(NDArray x) {
        return PREDICTOR.of(precision).apply(x, enlargeWeight, enlargeBias, logits.weight(), logits.bias());
    }

    /**
     * The transposed convolution, a rectifier and the logits. A 2x2 kernel of stride 2 makes four pixels of each one
     * and never looks at another, so it is a matrix product with four times the outputs, and the logits, which look at
     * single pixels too, come before the pixels are put in their places.
     */
    private static TorchFunction predictor(Precision precision) {
        return TorchFunction.compile(List.of("x", "weight", "bias", "final", "offset"), """
                n, c, h, w = torch.size(x, 0), torch.size(x, 1), torch.size(x, 2), torch.size(x, 3)
                k = torch.size(final, 0)
                four = torch.to(torch.reshape(torch.permute(weight, [0, 2, 3, 1]), [c, -1]), %1$s)
                pixels = torch.to(torch.reshape(torch.permute(x, [0, 2, 3, 1]), [-1, c]), %1$s)
                four_biases = torch.to(torch.repeat(bias, [4]), %1$s)
                enlarged = torch.relu_(torch.add_(torch.mm(pixels, four), four_biases))
                seen = torch.to(torch.reshape(enlarged, [-1, torch.size(final, 1)]), %2$s)
                logits = torch.addmm(offset, seen, torch.t(torch.reshape(final, [k, -1])))
                placed = torch.permute(torch.reshape(logits, [n, h, w, 2, 2, k]), [0, 5, 1, 3, 2, 4])
                return torch.reshape(placed, [n, k, torch.mul(h, 2), torch.mul(w, 2)])
                """.formatted(
                        precision.scalarType(), Precision.FLOAT32.scalarType()));
    }
}
