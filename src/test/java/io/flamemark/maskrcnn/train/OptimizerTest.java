package io.flamemark.maskrcnn.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import io.flamemark.maskrcnn.layers.Initializer;
import io.flamemark.maskrcnn.layers.Parameters;
import io.flamemark.maskrcnn.ops.TorchRuntime;
import io.flamemark.run.RunConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Three steps on the sum of squares of a matrix, which decays, and a bias, which does not, against the formulas. */
class OptimizerTest {

    private static final double DECAY = 0.1;
    private static final double[] RATES = {0.1, 0.05, 0.2};
    private static final double CLIP = 0.5;

    private Parameters parameters;
    private NDArray matrix;
    private NDArray bias;

    @BeforeEach
    void create() {
        parameters = new Parameters(TorchRuntime.newManager(), 1);
        matrix = parameters.weight("matrix", new Shape(1, 2), (shape, random) -> new float[] {1, -3});
        bias = parameters.weight("bias", new Shape(2), Initializer.constant(2));
    }

    @AfterEach
    void close() {
        parameters.close();
    }

    @Test
    void sgdKeepsTheLearningRateOutsideTheMomentum() {
        train("sgd");
        assertArrayEquals(new float[] {sgd(1, DECAY), sgd(-3, DECAY)}, matrix.toFloatArray(), 1e-6f);
        assertArrayEquals(new float[] {sgd(2, 0), sgd(2, 0)}, bias.toFloatArray(), 1e-6f);
    }

    @Test
    void adamWDecaysApartFromTheGradient() {
        train("adamw");
        assertArrayEquals(new float[] {adamW(1, DECAY), adamW(-3, DECAY)}, matrix.toFloatArray(), 1e-5f);
        assertArrayEquals(new float[] {adamW(2, 0), adamW(2, 0)}, bias.toFloatArray(), 1e-5f);
    }

    private void train(String name) {
        RunConfig.Optimization config = new RunConfig.Optimization(name, 1, 3, 1, 0.1, 0.9, DECAY, 0, "constant", 0);
        try (Optimizer optimizer = Optimizer.create(config, RunConfig.Tuning.USUAL, parameters)) {
            for (double rate : RATES) {
                try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
                    NDArray loss = matrix.square().sum().add(bias.square().sum());
                    collector.backward(loss);
                }
                TorchRuntime.withoutGradients(() -> {
                    optimizer.step(rate, CLIP);
                    return null;
                });
            }
        }
    }

    private static float sgd(double start, double decay) {
        double weight = start;
        double velocity = 0;
        for (double rate : RATES) {
            velocity = 0.9 * velocity + CLIP * 2 * weight + decay * weight;
            weight -= rate * velocity;
        }
        return (float) weight;
    }

    private static float adamW(double start, double decay) {
        double weight = start;
        double mean = 0;
        double square = 0;
        for (int step = 1; step <= RATES.length; step++) {
            double gradient = CLIP * 2 * weight;
            weight -= RATES[step - 1] * decay * weight;
            mean = 0.9 * mean + 0.1 * gradient;
            square = 0.999 * square + 0.001 * gradient * gradient;
            double meanNow = mean / (1 - Math.pow(0.9, step));
            double squareNow = square / (1 - Math.pow(0.999, step));
            weight -= RATES[step - 1] * meanNow / (Math.sqrt(squareNow) + 1e-8);
        }
        return (float) weight;
    }
}
