package io.flamemark.maskrcnn.layers;

import ai.djl.ndarray.NDArray;

/**
 * A convolution and the norm behind it.
 *
 * @param norm null where there is none
 */
public record ConvNorm(Conv2d conv, Norm norm) {

    /** {@code [N, in, H, W] -> [N, out, ceil(H / stride), ceil(W / stride)]}. */
    public NDArray apply(NDArray x) {
        return apply(x, null, false);
    }

    /** The same, then a rectifier. */
    public NDArray rectified(NDArray x) {
        return apply(x, null, true);
    }

    /** The same, then another map of the output's shape added. */
    public NDArray sum(NDArray x, NDArray added) {
        return apply(x, added, false);
    }

    /** The same, then another map added, then a rectifier. */
    public NDArray rectifiedSum(NDArray x, NDArray added) {
        return apply(x, added, true);
    }

    private NDArray apply(NDArray x, NDArray added, boolean rectifies) {
        return norm == null ? conv.apply(x, added, rectifies) : norm.after(conv, x, added, rectifies);
    }
}
