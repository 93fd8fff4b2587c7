package io.flamemark.maskrcnn.layers;

import ai.djl.ndarray.NDArray;
import java.util.List;

/**
 * A convolution and the norm behind it.
 *
 * @param norm null where there is none
 */
public record ConvNorm(Conv2d conv, Norm norm) {

    /**
     * A convolution of the pyramid or of a head: with group norm one follows it, else it has a bias and no norm, as in
     * torchvision.
     *
     * @param scope the convolution is {@code 0} in it, the norm {@code 1}
     */
    public static ConvNorm normedOrBiased(
            Scope scope, Norm.Kind kind, int in, int out, int kernel, Initializer initializer) {
        return kind == Norm.Kind.GROUP
                ? new ConvNorm(scope.in(0).conv(in, out, kernel, 1, initializer), kind.create(scope.in(1), out, 1))
                : new ConvNorm(scope.in(0).convWithBias(in, out, kernel, initializer), null);
    }

    /**
     * Layers one after the other, each with its rectifier. The maps between them are given up: what the way back needs
     * of them is kept by PyTorch.
     *
     * @param layers at least one
     */
    public static NDArray rectified(List<ConvNorm> layers, NDArray x) {
        NDArray y = layers.get(0).rectified(x);
        for (ConvNorm layer : layers.subList(1, layers.size())) {
            try (NDArray before = y) {
                y = layer.rectified(before);
            }
        }
        return y;
    }

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
