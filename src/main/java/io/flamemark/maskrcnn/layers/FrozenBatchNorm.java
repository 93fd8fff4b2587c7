package io.flamemark.maskrcnn.layers;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.flamemark.maskrcnn.ops.Convolution.Shift;
import io.flamemark.maskrcnn.ops.TorchFunction;
import java.util.List;

/**
 * Batch norm whose statistics and scale never change: {@code (x - mean) / sqrt(var + 1e-5) * weight + bias} by channel.
 * torchvision's {@code FrozenBatchNorm2d}; it only makes sense with pretrained weights.
 *
 * @param weight {@code [C]}, and so are the next three
 * @param bias added last
 * @param mean of each channel in pretraining
 * @param variance of each channel in pretraining
 */
public record FrozenBatchNorm(NDArray weight, NDArray bias, NDArray mean, NDArray variance) implements Norm {

    static final double EPSILON = Shift.EPSILON;

    static FrozenBatchNorm create(Scope scope, int channels) {
        Shape shape = new Shape(channels);
        return new FrozenBatchNorm(
                scope.buffer("weight", shape, Initializer.constant(1)),
                scope.buffer("bias", shape, Initializer.constant(0)),
                scope.buffer("running_mean", shape, Initializer.constant(0)),
                scope.buffer("running_var", shape, Initializer.constant(1)));
    }

    @Override
    public NDArray apply(NDArray x) {
        return Operator.FUNCTION.apply(x, weight, bias, mean, variance);
    }

    /** Folded into the convolution: its scale into the kernel, its shift into the bias. */
    @Override
    public NDArray after(Conv2d conv, NDArray x, NDArray added, boolean rectifies) {
        return conv.shifted(x, Shift.FROZEN_NORM, List.of(weight, bias, mean, variance), added, rectifies);
    }

    /** Compiled on first use and kept for the life of the process. */
    private static final class Operator {

        static final TorchFunction FUNCTION = TorchFunction.compile(
                List.of("x", "weight", "bias", "mean", "variance"),
                "return torch.batch_norm(x, weight, bias, mean, variance, False, 0., " + EPSILON + ", False)");
    }
}
