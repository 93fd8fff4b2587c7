package io.flamemark.maskrcnn.ops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import io.flamemark.maskrcnn.ops.Convolution.Method;
import io.flamemark.maskrcnn.ops.Convolution.Shift;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every method against PyTorch's own operator: values and all gradients. */
class ConvolutionTest {

    /** Of the largest value. Winograd's transforms round more than a plain sum. */
    private static final double TOLERANCE = 1e-4;

    private static final int IN = 5;

    @ParameterizedTest
    @CsvSource({
        "WINOGRAD, 3, 1, 2, 8, 12, FROZEN_NORM, true, true",
        "WINOGRAD, 3, 1, 2, 9, 13, BIAS, false, true",
        "WINOGRAD, 3, 1, 2, 6, 7, NONE, true, false",
        "WINOGRAD, 3, 1, 2, 1, 1, NONE, false, false",
        "WINOGRAD, 3, 1, 1, 3, 60, BIAS, false, true",
        "WINOGRAD, 3, 1, 1, 61, 2, NONE, false, true",
        "WINOGRAD, 3, 1, 2, 60, 58, BIAS, true, true",
        "WINOGRAD, 3, 1, 70, 5, 6, FROZEN_NORM, true, true",
        "POINTWISE, 1, 1, 2, 5, 7, FROZEN_NORM, true, true",
        "POINTWISE, 1, 2, 2, 5, 7, BIAS, false, true",
        "POINTWISE, 1, 2, 2, 6, 8, NONE, true, false",
        "CHANNELS_LAST, 3, 2, 2, 7, 9, FROZEN_NORM, true, true",
        "CHANNELS_LAST, 7, 2, 2, 9, 9, BIAS, false, true",
        "DIRECT, 3, 2, 2, 7, 9, FROZEN_NORM, true, true",
        "DIRECT, 7, 2, 2, 9, 9, NONE, false, true",
    })
    void equalsThePlainConvolution(
            Method method,
            int kernel,
            int stride,
            int images,
            int height,
            int width,
            Shift shift,
            boolean adds,
            boolean rectifies) {
        int padding = kernel / 2;
        Convolution convolution = new Convolution(method, Precision.FLOAT32, stride, padding, shift, adds, rectifies);
        try (NDManager manager = TorchRuntime.newManager()) {
            Inputs inputs = Inputs.create(manager, kernel, stride, new Shape(images, IN, height, width), shift, adds);
            List<float[]> expected = inputs.outputAndGradients(inputs.plain(stride, padding, shift, rectifies));
            List<float[]> actual = inputs.outputAndGradients(
                    () -> convolution.apply(inputs.x, inputs.weight, inputs.shifts, inputs.added));
            for (int i = 0; i < expected.size(); i++) {
                assertClose(expected.get(i), actual.get(i), TOLERANCE, "array " + i);
            }
        }
    }

    @Test
    void largeMapsBetweenManyChannelsGoByTiles() {
        Shape weight = new Shape(256, 256, 3, 3);
        assertEquals(Method.WINOGRAD, method(new Shape(2, 256, 64, 64), weight, 1));
        assertEquals(Method.DIRECT, method(new Shape(2, 256, 64, 64), weight, 2));
        assertEquals(Method.DIRECT, method(new Shape(1, 256, 8, 8), weight, 1));
        assertEquals(Method.DIRECT, method(new Shape(2, 32, 64, 64), new Shape(32, 32, 3, 3), 1));
        assertEquals(Method.POINTWISE, method(new Shape(1, 8, 8, 8), new Shape(8, 8, 1, 1), 2));
    }

    private static Method method(Shape map, Shape weight, int stride) {
        return Method.of(map, weight, stride, Shift.NONE, Precision.FLOAT32);
    }

    @ParameterizedTest
    @CsvSource({"POINTWISE, 1, 2", "CHANNELS_LAST, 3, 1", "DIRECT, 3, 1"})
    void halvedFactorsDifferByAPercentAtMost(Method method, int kernel, int stride) {
        try (NDManager manager = TorchRuntime.newManager()) {
            Inputs inputs = Inputs.create(manager, kernel, stride, new Shape(2, IN, 6, 7), Shift.BIAS, true);
            List<float[]> full = inputs.outputAndGradients(inputs.plain(stride, kernel / 2, Shift.BIAS, false));
            Convolution halved =
                    new Convolution(method, Precision.BFLOAT16, stride, kernel / 2, Shift.BIAS, true, false);
            TorchFunction restored = TorchFunction.compile(List.of("y"), "return torch.to(y, 6)");
            List<float[]> half = inputs.outputAndGradients(
                    () -> restored.apply(halved.apply(inputs.x, inputs.weight, inputs.shifts, inputs.added)));
            for (int i = 0; i < full.size(); i++) {
                assertEquals(1, length(half.get(i)) / length(full.get(i)), 0.01, "length of array " + i);
                assertClose(full.get(i), half.get(i), 0.02, "array " + i);
            }
            assertFalse(Arrays.equals(full.get(0), half.get(0)), "they were halved");
        }
    }

    private static double length(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value * value;
        }
        return Math.sqrt(sum);
    }

    private interface Computation {
        NDArray run();
    }

    /** What a convolution may need, each wanting a gradient but the statistics. */
    private record Inputs(NDArray x, NDArray weight, List<NDArray> shifts, NDArray added) {

        private static final int OUT = 6;

        static Inputs create(NDManager manager, int kernel, int stride, Shape maps, Shift shift, boolean adds) {
            Random random = new Random(3);
            NDArray x = learned(random(manager, random, maps));
            NDArray weight = learned(random(manager, random, new Shape(OUT, IN, kernel, kernel)));
            List<NDArray> shifts = new ArrayList<>();
            for (int i = 0; i < (shift == Shift.NONE ? 0 : shift == Shift.BIAS ? 1 : 4); i++) {
                shifts.add(random(manager, random, new Shape(OUT)).abs());
            }
            if (shift == Shift.BIAS) {
                learned(shifts.get(0));
            }
            Shape out = new Shape(
                    maps.get(0), OUT, (maps.get(2) + stride - 1) / stride, (maps.get(3) + stride - 1) / stride);
            return new Inputs(x, weight, shifts, adds ? learned(random(manager, random, out)) : null);
        }

        private static NDArray random(NDManager manager, Random random, Shape shape) {
            float[] values = new float[(int) shape.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) random.nextGaussian();
            }
            return manager.create(values, shape);
        }

        private static NDArray learned(NDArray array) {
            array.setRequiresGradient(true);
            return array;
        }

        List<NDArray> arguments() {
            List<NDArray> all = new ArrayList<>(List.of(x, weight));
            all.addAll(shifts);
            if (added != null) {
                all.add(added);
            }
            return all;
        }

        List<float[]> outputAndGradients(Computation computation) {
            List<float[]> results = new ArrayList<>();
            try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
                NDArray y = computation.run();
                results.add(y.toFloatArray());
                collector.backward(y.mul(y).sum());
            }
            for (NDArray argument : arguments()) {
                if (argument.hasGradient()) {
                    results.add(argument.getGradient().toFloatArray());
                    argument.getGradient().subi(argument.getGradient());
                }
            }
            return results;
        }

        /** The same in PyTorch's operators, one after the other. */
        Computation plain(int stride, int padding, Shift shift, boolean rectifies) {
            List<String> names = new ArrayList<>(List.of("x", "weight"));
            names.addAll(
                    shift == Shift.NONE
                            ? List.of()
                            : shift == Shift.BIAS ? List.of("bias") : List.of("gamma", "beta", "mean", "variance"));
            String body = "y = torch.conv2d(x, weight, %s, [%d, %2$d], [%d, %3$d], [1, 1], 1)\n"
                    .formatted(shift == Shift.BIAS ? "bias" : "None", stride, padding);
            if (shift == Shift.FROZEN_NORM) {
                body += "y = torch.batch_norm(y, gamma, beta, mean, variance, False, 0., 1.0e-05, False)\n";
            }
            if (added != null) {
                names.add("added");
                body += "y = torch.add(y, added)\n";
            }
            TorchFunction function =
                    TorchFunction.compile(names, body + (rectifies ? "return torch.relu(y)" : "return y"));
            return () -> function.apply(arguments().toArray(NDArray[]::new));
        }
    }

    private static void assertClose(float[] expected, float[] actual, double tolerance, String what) {
        assertEquals(expected.length, actual.length, what);
        float largest = 0;
        for (float value : expected) {
            largest = Math.max(largest, Math.abs(value));
        }
        for (int i = 0; i < expected.length; i++) {
            assertTrue(
                    Math.abs(expected[i] - actual[i]) <= tolerance * Math.max(largest, 1e-3),
                    what + " at " + i + ": " + expected[i] + " and " + actual[i]);
        }
    }
}
