package io.flamemark.maskrcnn.ops;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import java.util.List;

/**
 * Differentiable losses, each a scalar, by PyTorch's own operators. The targets are not differentiated. The arrays must
 * hold at least one element where a mean is taken.
 *
 * <p>They are not composed from DJL's arithmetic with numbers: {@code x.mul(2f)} makes an array of the number, closes
 * it on return, and the backward pass later reads its memory, which Java may have given to something else by then.
 */
public final class Losses {

    private Losses() {}

    /**
     * The sum of smooth L1: half the squared difference over {@code beta} where the difference is below {@code beta},
     * else the difference less half of {@code beta} (Girshick 2015, Fast R-CNN, equation 3); beta is torchvision's 1/9.
     *
     * @param prediction any shape
     * @param target the same shape
     */
    public static NDArray smoothL1Sum(NDArray prediction, NDArray target) {
        return Functions.SMOOTH_L1.apply(prediction, target);
    }

    /**
     * The mean binary cross entropy of the sigmoid of logits.
     *
     * @param logits any shape
     * @param target the same shape, from 0 to 1
     */
    public static NDArray binaryCrossEntropyWithLogits(NDArray logits, NDArray target) {
        return Functions.BINARY_CROSS_ENTROPY.apply(logits, target);
    }

    /**
     * The mean cross entropy of the softmax of logits.
     *
     * @param logits {@code [N, classes]}
     * @param labels {@code [N]}, whole numbers from 0
     */
    public static NDArray crossEntropy(NDArray logits, NDArray labels) {
        return Functions.CROSS_ENTROPY.apply(logits, labels.toType(DataType.INT64, false));
    }

    /** Compiled on first use and kept for the life of the process; in them 1 takes the mean and 2 the sum. */
    private static final class Functions {

        static final TorchFunction SMOOTH_L1 = TorchFunction.compile(
                List.of("prediction", "target"),
                "return torch.smooth_l1_loss(prediction, target, 2, 0.11111111111111111)");

        static final TorchFunction BINARY_CROSS_ENTROPY = TorchFunction.compile(
                List.of("logits", "target"),
                "return torch.binary_cross_entropy_with_logits(logits, target, None, None, 1)");

        static final TorchFunction CROSS_ENTROPY = TorchFunction.compile(
                List.of("logits", "labels"), "return torch.cross_entropy_loss(logits, labels, None, 1, -100, 0.)");
    }
}
