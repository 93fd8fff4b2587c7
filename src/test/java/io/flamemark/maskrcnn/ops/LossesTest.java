package io.flamemark.maskrcnn.ops;

import static io.flamemark.maskrcnn.Reference.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.function.BinaryOperator;
import org.junit.jupiter.api.Test;

class LossesTest {

    private static final double TOLERANCE = 2e-6;

    @Test
    void smoothL1IsPyTorchs() {
        Shape shape = new Shape(10, 4);
        check("smooth L1", shape, shape, Losses::smoothL1Sum);
    }

    @Test
    void binaryCrossEntropyIsPyTorchsAndStable() {
        Shape shape = new Shape(42);
        check("binary cross entropy", shape, shape, Losses::binaryCrossEntropyWithLogits);
    }

    @Test
    void crossEntropyIsPyTorchsAndStable() {
        check("cross entropy", new Shape(21, 3), new Shape(21), Losses::crossEntropy);
    }

    private static void check(String name, Shape shape, Shape targetShape, BinaryOperator<NDArray> loss) {
        Fixture expected = Fixture.named("detection_ops.json", name);
        try (NDManager manager = TorchRuntime.newManager()) {
            NDArray input = manager.create(expected.floats("input")).reshape(shape);
            NDArray target = manager.create(expected.floats("target")).reshape(targetShape);
            input.setRequiresGradient(true);
            try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
                NDArray value = loss.apply(input, target);
                float number = expected.number("value");
                assertEquals(number, value.getFloat(), TOLERANCE * Math.abs(number));
                collector.backward(value);
            }
            assertClose(expected.floats("gradient"), input.getGradient().toFloatArray(), TOLERANCE, "gradient");
        }
    }
}
