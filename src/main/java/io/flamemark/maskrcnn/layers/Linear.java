package io.flamemark.maskrcnn.layers;

import ai.djl.ndarray.NDArray;
import io.flamemark.maskrcnn.ops.Precision;
import io.flamemark.maskrcnn.ops.TorchFunction;
import io.flamemark.maskrcnn.ops.TorchFunctions;
import java.util.List;

/**
 * A fully connected layer, PyTorch's {@code Linear} with its names.
 *
 * @param weight {@code [out, in]}
 * @param bias {@code [out]}
 * @param precision of what is multiplied
 */
public record Linear(NDArray weight, NDArray bias, Precision precision) {

    private static final TorchFunctions<Precision> PRODUCT = new TorchFunctions<>(Linear::compile);

    /** {@code [N, ...] -> [N, out]}, of the layer's precision; all that belongs to one of N is taken in its order. */
    public NDArray apply(NDArray x) {
        return PRODUCT.of(precision).apply(x, weight, bias);
    }

    private static TorchFunction compile(Precision precision) {
        // First converted, then laid out in order: the less there is to move.
        return TorchFunction.compile(List.of("x", "weight", "bias"), """
                rows = torch.reshape(torch.to(x, %1$s), [torch.size(x, 0), -1])
                return torch.add_(torch.mm(rows, torch.t(torch.to(weight, %1$s))), torch.to(bias, %1$s))
                """.formatted(precision.scalarType()));
    }
}
