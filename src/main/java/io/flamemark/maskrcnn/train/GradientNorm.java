package io.flamemark.maskrcnn.train;

import ai.djl.ndarray.NDArray;
import io.flamemark.maskrcnn.layers.Parameters;

/** The length of the gradient over all weights, and the factor that keeps it within bounds. */
final class GradientNorm {

    /** PyTorch's, in {@code torch.nn.utils.clip_grad_norm_}. */
    private static final double EPSILON = 1e-6;

    private GradientNorm() {}

    /** The square root of the sum of squares of all gradients. */
    private static double of(Parameters parameters) {
        double sum = 0;
        for (NDArray weight : parameters.trainable().values()) {
            try (NDArray gradient = weight.getGradient();
                    NDArray norm = gradient.norm()) {
                double length = norm.getFloat();
                sum += length * length;
            }
        }
        return Math.sqrt(sum);
    }

    /**
     * What gradients are multiplied by to become the mean over the batches they were summed over, its norm at most
     * {@code limit}.
     *
     * @param limit 0 is none
     * @return NaN where a gradient is not finite
     */
    static double factor(Parameters parameters, int batches, double limit) {
        double norm = of(parameters) / batches;
        if (!Double.isFinite(norm)) {
            return Double.NaN;
        }
        return (limit <= 0 ? 1 : Math.min(1, limit / (norm + EPSILON))) / batches;
    }
}
