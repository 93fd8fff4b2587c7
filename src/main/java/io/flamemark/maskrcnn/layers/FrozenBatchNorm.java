package io.flamemark.maskrcnn.layers;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

/**
 * Batch norm whose statistics and scale never change: {@code (x - mean) / sqrt(var + 1e-5) * weight + bias} by channel.
 * torchvision's {@code FrozenBatchNorm2d}; it only makes sense with pretrained weights.
 */
public record FrozenBatchNorm(NDArray weight, NDArray bias, NDArray mean, NDArray variance) implements Norm {

    static final double EPSILON = 1e-5;

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
        try (NDArray shifted = variance.add(EPSILON);
                NDArray root = shifted.sqrt();
                NDArray scale = weight.div(root);
                NDArray scaledMean = mean.mul(scale);
                NDArray shift = bias.sub(scaledMean)) {
            Shape perChannel = new Shape(1, scale.size(), 1, 1);
            try (NDArray s = scale.reshape(perChannel);
                    NDArray t = shift.reshape(perChannel);
                    NDArray product = x.mul(s)) {
                return product.add(t);
            }
        }
    }
}
