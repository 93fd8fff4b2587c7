package io.flamemark.maskrcnn.layers;

import ai.djl.ndarray.NDArray;
import io.flamemark.maskrcnn.ops.Convolution;
import io.flamemark.maskrcnn.ops.Convolution.Method;
import io.flamemark.maskrcnn.ops.Convolution.Shift;
import io.flamemark.maskrcnn.ops.Precision;
import java.util.List;

/**
 * A two-dimensional convolution, PyTorch's {@code Conv2d} with its names.
 *
 * @param weight {@code [out, in, k, k]}
 * @param bias {@code [out]}, or null
 * @param padding {@code k / 2}, pixels on each side
 * @param precision of what is multiplied
 */
public record Conv2d(NDArray weight, NDArray bias, int stride, int padding, Precision precision) {

    /** {@code [N, in, H, W] -> [N, out, ceil(H / stride), ceil(W / stride)]}. */
    public NDArray apply(NDArray x) {
        return apply(x, null, false);
    }

    /** The same, then a rectifier. */
    public NDArray rectified(NDArray x) {
        return apply(x, null, true);
    }

    /**
     * The same, then a map added and a rectifier, as far as wanted.
     *
     * @param added of the output's shape, or null
     */
    NDArray apply(NDArray x, NDArray added, boolean rectifies) {
        return bias == null
                ? shifted(x, Shift.NONE, List.of(), added, rectifies)
                : shifted(x, Shift.BIAS, List.of(bias), added, rectifies);
    }

    /**
     * The same with another shift than its own bias.
     *
     * @param shifts what the shift asks for, each {@code [out]}
     */
    NDArray shifted(NDArray x, Shift shift, List<NDArray> shifts, NDArray added, boolean rectifies) {
        Method method = Method.of(x, weight, stride, shift, precision);
        return new Convolution(method, precision, stride, padding, shift, added != null, rectifies)
                .apply(x, weight, shifts, added);
    }
}
