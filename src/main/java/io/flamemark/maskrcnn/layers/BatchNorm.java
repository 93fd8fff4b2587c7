package io.flamemark.maskrcnn.layers;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.flamemark.maskrcnn.ops.TorchFunction;
import io.flamemark.maskrcnn.ops.TorchRuntime;
import io.flamemark.weights.TorchvisionNames;
import java.util.List;

/**
 * Batch norm that learns (Ioffe and Szegedy 2015), PyTorch's {@code BatchNorm2d} with its names. While gradients are
 * recorded it normalises by the batch and moves the running statistics towards it by a tenth; in use, and where its
 * stage is frozen, it normalises by the running statistics, which then stay as they are.
 *
 * @param weight {@code [C]}, and so are the next three
 * @param bias added last
 * @param mean running mean of each channel
 * @param variance running variance of each channel, unbiased
 * @param batches how many batches have moved them, a scalar
 */
public record BatchNorm(NDArray weight, NDArray bias, NDArray mean, NDArray variance, NDArray batches) implements Norm {

    static BatchNorm create(Scope scope, int channels, float firstScale) {
        Shape shape = new Shape(channels);
        return new BatchNorm(
                scope.weight("weight", shape, Initializer.constant(firstScale)),
                scope.weight("bias", shape, Initializer.constant(0)),
                scope.buffer("running_mean", shape, Initializer.constant(0)),
                scope.buffer("running_var", shape, Initializer.constant(1)),
                scope.buffer(TorchvisionNames.COUNTER, new Shape(), Initializer.constant(0)));
    }

    @Override
    public NDArray apply(NDArray x) {
        return weight.hasGradient() && TorchRuntime.recordsGradients()
                ? Operators.LEARN.apply(x, weight, bias, mean, variance, batches)
                : Operators.USE.apply(x, weight, bias, mean, variance);
    }

    /** Compiled on first use and kept for the life of the process. */
    private static final class Operators {

        /** The last arguments: whether by the batch, momentum, epsilon, and no cuDNN. */
        private static final String CALL = "return torch.batch_norm(x, weight, bias, mean, variance, %s,"
                + " 0.10000000000000001, 1.0000000000000001e-05, False)";

        static final TorchFunction LEARN = TorchFunction.compile(
                List.of("x", "weight", "bias", "mean", "variance", "batches"),
                "torch.add_(batches, 1)\n" + CALL.formatted("True"));

        static final TorchFunction USE =
                TorchFunction.compile(List.of("x", "weight", "bias", "mean", "variance"), CALL.formatted("False"));
    }
}
