package io.flamemark.maskrcnn.layers;

import ai.djl.ndarray.NDArray;

/**
 * A fully connected layer, PyTorch's {@code Linear} with its names.
 *
 * @param weight {@code [out, in]}
 * @param bias {@code [out]}
 */
public record Linear(NDArray weight, NDArray bias) {

    /** {@code [N, in] -> [N, out]}. */
    public NDArray apply(NDArray x) {
        return ai.djl.nn.core.Linear.linear(x, weight, bias).singletonOrThrow();
    }
}
