package io.flamemark.maskrcnn.layers;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.flamemark.maskrcnn.ops.TorchFunction;
import io.flamemark.run.RunConfig;
import java.util.List;

/**
 * Group norm (Wu and He 2018) over 16 groups of channels: independent of the batch, so it learns from nothing with one
 * image a step, where batch norm cannot. DJL has no such operator; PyTorch's is called directly.
 *
 * @param weight {@code [C]}
 * @param bias {@code [C]}
 */
public record GroupNorm(NDArray weight, NDArray bias) implements Norm {

    private static final int GROUPS = RunConfig.NORM_GROUPS;

    /** @throws IllegalArgumentException if the channels do not part into groups of one size */
    static GroupNorm create(Scope scope, int channels, float firstScale) {
        if (channels % GROUPS != 0) {
            throw new IllegalArgumentException(channels + " channels do not part into " + GROUPS
                    + " groups of one size; with group norm, network.backboneChannels and network.fpnChannels have to"
                    + " be multiples of " + GROUPS);
        }
        Shape shape = new Shape(channels);
        return new GroupNorm(
                scope.weight("weight", shape, Initializer.constant(firstScale)),
                scope.weight("bias", shape, Initializer.constant(0)));
    }

    @Override
    public NDArray apply(NDArray x) {
        return function(weight.getDevice()).apply(x, weight, bias);
    }

    /** How it is computed where the weights are. */
    static TorchFunction function(Device device) {
        return device.isGpu() ? Operator.OF_ONE_TYPE : Operator.OF_TWO_TYPES;
    }

    /** Compiled on first use and kept for the life of the process. */
    private static final class Operator {

        private static final List<String> PARAMETERS = List.of("x", "weight", "bias");
        private static final String CALL =
                "return torch.group_norm(x, " + GROUPS + ", weight, bias, 1.0000000000000001e-05, True)";

        /** A map of bfloat16 with weights of 32 bits, which only the processor's kernel takes. */
        static final TorchFunction OF_TWO_TYPES = TorchFunction.compile(PARAMETERS, CALL);

        /** The weights are brought to the type of the map, as the kernels of graphics cards want it. */
        static final TorchFunction OF_ONE_TYPE =
                TorchFunction.compile(PARAMETERS, "weight = torch.to(weight, x)\nbias = torch.to(bias, x)\n" + CALL);
    }
}
