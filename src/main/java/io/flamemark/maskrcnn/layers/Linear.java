package io.flamemark.maskrcnn.layers;

import ai.djl.ndarray.NDArray;
import io.flamemark.maskrcnn.ops.Precision;
import io.flamemark.maskrcnn.ops.TorchFunction;
import java.util.List;

/**
 * A fully connected layer, PyTorch's {@code Linear} with its names.
 *
 * @param weight {@code [out, in]}
 * @param bias {@code [out]}
 * @param precision of what is multiplied
 */
public record Linear(NDArray weight, NDArray bias, Precision precision) {

    /** {@code [N, in] -> [N, out]}. */
    public NDArray apply(NDArray x) {
        return precision == Precision.BFLOAT16
                ? Halved.FUNCTION.apply(x, weight, bias)
                : ai.djl.nn.core.Linear.linear(x, weight, bias).singletonOrThrow();
    }

    /** Compiled on first use and kept for the life of the process; 15 is bfloat16, 6 the usual 32 bits. */
    private static final class Halved {

        static final TorchFunction FUNCTION = TorchFunction.compile(
                List.of("x", "weight", "bias"),
                "return torch.add_(torch.to(torch.mm(torch.to(x, 15), torch.t(torch.to(weight, 15))), 6), bias)");
    }
}
