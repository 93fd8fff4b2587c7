package io.flamemark.maskrcnn.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import io.flamemark.maskrcnn.layers.Parameters;
import io.flamemark.maskrcnn.ops.TorchFunction;
import io.flamemark.maskrcnn.ops.TorchFunctions;
import java.util.List;

/** The length of the gradient over all weights, and the factor that keeps it within bounds. */
final class GradientNorm {

    /** PyTorch's, in {@code torch.nn.utils.clip_grad_norm_}. */
    private static final double EPSILON = 1e-6;

    /** By the number of gradients: the square root of the sum of their squares, in one call. */
    private static final TorchFunctions<Integer> NORM = new TorchFunctions<>(count -> {
        List<String> gradients = TorchFunction.numbered("gradient", count);
        return TorchFunction.compile(
                gradients, "return torch.norm(torch.stack(torch._foreach_norm(%s)))\n".formatted(gradients));
    });

    private GradientNorm() {}

    private static double of(Parameters parameters) {
        // What is made of them, and the copy of the norm that DJL makes where it lies on a graphics card, goes with it.
        try (NDManager scratch = parameters.manager().newSubManager()) {
            NDList gradients = new NDList();
            for (NDArray weight : parameters.trainable().values()) {
                NDArray gradient = weight.getGradient();
                gradient.attach(scratch);
                gradients.add(gradient);
            }
            return NORM.of(gradients.size())
                    .apply(gradients.toArray(NDArray[]::new))
                    .getFloat();
        }
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
