package io.flamemark.maskrcnn.layers;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

/**
 * A two-dimensional convolution.
 *
 * @param weight {@code [out, in, k, k]}
 * @param bias {@code [out]}, or null
 */
public record Conv2d(NDArray weight, NDArray bias, int stride, int padding) {

    /** {@code [N, in, H, W] -> [N, out, ceil(H / stride), ceil(W / stride)]}. */
    public NDArray apply(NDArray x) {
        return ai.djl.nn.convolutional.Conv2d.conv2d(
                        x, weight, bias, new Shape(stride, stride), new Shape(padding, padding))
                .singletonOrThrow();
    }
}
