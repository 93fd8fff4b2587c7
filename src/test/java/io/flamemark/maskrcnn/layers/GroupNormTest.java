package io.flamemark.maskrcnn.layers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import io.flamemark.maskrcnn.ops.Precision;
import io.flamemark.maskrcnn.ops.TorchFunction;
import io.flamemark.maskrcnn.ops.TorchRuntime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Group norm as graphics cards compute it")
class GroupNormTest {

    private static final int CHANNELS = 32;

    /** To bfloat16 it is 1. */
    private static final float SCALE = 1 + 1 / 300f;

    private final Parameters parameters = new Parameters(TorchRuntime.newManager(), 1);
    private final GroupNorm norm = GroupNorm.create(new Scope(parameters, "norm", Precision.FLOAT32), CHANNELS, SCALE);

    @AfterEach
    void close() {
        parameters.close();
    }

    @Test
    @DisplayName("has weights of the map's type: their kernels take no others")
    void weightsFollowTheMap() {
        float[] onCard = result(Device.gpu(), Precision.BFLOAT16);
        Parameters.fill(norm.weight(), Initializer.constant(1).values(new Shape(CHANNELS), null));
        assertArrayEquals(result(Device.cpu(), Precision.BFLOAT16), onCard);
    }

    @Test
    @DisplayName("is the processor's in 32 bits")
    void in32Bits() {
        assertArrayEquals(result(Device.cpu(), Precision.FLOAT32), result(Device.gpu(), Precision.FLOAT32));
    }

    @Test
    @DisplayName("learns in 32 bits from a map of bfloat16, to a percent as on the processor")
    void learns() {
        float[] expected = gradient(Device.cpu());
        float[] found = gradient(Device.gpu());
        for (int i = 0; i < CHANNELS; i++) {
            assertEquals(expected[i], found[i], 0.01 * Math.abs(expected[i]) + 0.01, "channel " + i);
        }
    }

    private float[] result(Device device, Precision precision) {
        try (NDManager scratch = parameters.manager().newSubManager();
                TorchFunction to = converter(precision);
                TorchFunction back = converter(Precision.FLOAT32)) {
            return TorchRuntime.withoutGradients(() -> back.apply(
                            GroupNorm.function(device).apply(to.apply(map(scratch)), norm.weight(), norm.bias()))
                    .toFloatArray());
        }
    }

    private float[] gradient(Device device) {
        try (NDManager scratch = parameters.manager().newSubManager();
                TorchFunction to = converter(Precision.BFLOAT16);
                TorchFunction back = converter(Precision.FLOAT32);
                GradientCollector collector = Engine.getInstance().newGradientCollector()) {
            collector.zeroGradients();
            NDArray y =
                    back.apply(GroupNorm.function(device).apply(to.apply(map(scratch)), norm.weight(), norm.bias()));
            collector.backward(y.mul(map(scratch).abs()).sum());
            return norm.weight().getGradient().toFloatArray();
        }
    }

    private static TorchFunction converter(Precision precision) {
        return TorchFunction.compile(List.of("x"), "return torch.to(x, " + precision.scalarType() + ")");
    }

    private static NDArray map(NDManager scratch) {
        return scratch.arange(CHANNELS * 36f).sin().reshape(1, CHANNELS, 6, 6);
    }
}
