package io.flamemark.maskrcnn.ops;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.types.DataType;

/**
 * Differentiable losses, each a scalar, written so that no large logit overflows. The targets are not differentiated. The
 * arrays must hold at least one element where a mean is taken.
 */
public final class Losses {

    private Losses() {}

    /**
     * The sum of smooth L1: half the squared difference over {@code beta} where the difference is below {@code beta},
     * else the difference less half of {@code beta} (PyTorch's {@code smooth_l1_loss}, Girshick 2015).
     *
     * @param prediction any shape
     * @param target the same shape
     */
    public static NDArray smoothL1Sum(NDArray prediction, NDArray target, float beta) {
        NDArray difference = prediction.sub(target).abs();
        NDArray near = NDArrays.minimum(difference, beta);
        return near.square().div(2 * beta).add(difference.sub(near)).sum();
    }

    /**
     * The mean binary cross entropy of the sigmoid of logits.
     *
     * @param logits any shape
     * @param target the same shape, from 0 to 1
     */
    public static NDArray binaryCrossEntropyWithLogits(NDArray logits, NDArray target) {
        NDArray rest = logits.abs().neg().exp().add(1).log();
        return NDArrays.maximum(logits, 0f).sub(logits.mul(target)).add(rest).mean();
    }

    /**
     * The mean cross entropy of the softmax of logits.
     *
     * @param logits {@code [N, classes]}
     * @param labels {@code [N]}, whole numbers from 0
     */
    public static NDArray crossEntropy(NDArray logits, NDArray labels) {
        NDArray column = labels.toType(DataType.INT64, false).reshape(-1, 1);
        return logits.logSoftmax(1).gather(column, 1).mean().neg();
    }
}
