package io.flamemark.maskrcnn.ops;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import io.flamemark.maskrcnn.ops.Convolution.Method;
import io.flamemark.maskrcnn.ops.Convolution.Shift;
import java.util.List;

/**
 * One small convolution, there and back, on a device and on the processor. A card that is too old for the engine's
 * kernels, or whose memory is taken, fails here instead of in the middle of a training.
 */
final class CardProbe {

    private static final int CHANNELS = 8;
    private static final int SIDE = 16;
    private static final int KERNEL = 3;

    /** Cards round the factors of convolutions to 10 bits; a wrong result is wrong by more. */
    private static final double TOLERANCE = 0.01;

    private static final Convolution CONVOLUTION =
            new Convolution(Method.DIRECT, Precision.FLOAT32, 1, 1, Shift.NONE, false, true);

    private CardProbe() {}

    /**
     * Whether the device gives the processor's results.
     *
     * @throws ai.djl.engine.EngineException where it gives none
     */
    static boolean computesRightly(Engine engine, Device device) {
        return isNear(gradients(engine, Device.cpu()), gradients(engine, device));
    }

    /** Whether no value is farther off than a share of the largest expected one; NaN always is. */
    static boolean isNear(float[] expected, float[] values) {
        double largest = 0;
        double difference = 0;
        for (int i = 0; i < expected.length; i++) {
            largest = Math.max(largest, Math.abs(expected[i]));
            difference = Math.max(difference, Math.abs(expected[i] - values[i]));
        }
        return difference <= TOLERANCE * largest;
    }

    /** The gradient of the sum of squares of a convolved map for each value of the kernel. */
    private static float[] gradients(Engine engine, Device device) {
        int map = CHANNELS * SIDE * SIDE;
        int kernel = CHANNELS * CHANNELS * KERNEL * KERNEL;
        try (NDManager manager = engine.newBaseManager(device);
                GradientCollector collector = engine.newGradientCollector()) {
            NDArray x = manager.arange((float) map).sin().reshape(1, CHANNELS, SIDE, SIDE);
            NDArray weight = manager.arange((float) kernel).cos().reshape(CHANNELS, CHANNELS, KERNEL, KERNEL);
            weight.setRequiresGradient(true);
            collector.backward(
                    CONVOLUTION.apply(x, weight, List.of(), null).square().sum());
            return weight.getGradient().toFloatArray();
        }
    }
}
