package io.flamemark.maskrcnn.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.training.GradientCollector;
import io.flamemark.maskrcnn.Reference;
import io.flamemark.maskrcnn.layers.Parameters;
import io.flamemark.maskrcnn.ops.Fixture;
import io.flamemark.maskrcnn.ops.TorchRuntime;
import io.flamemark.run.RunConfig;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Optimizers, schedules, clipping, groups and accumulation go the way PyTorch's go, step by step; the problem and its
 * values are those of {@code src/test/reference/optimizers.py}.
 */
class OptimizerTrajectoryTest {

    private static final String FILE = "/io/flamemark/maskrcnn/train/optimizers.json";
    private static final double TOLERANCE = 1e-5;

    private final Parameters parameters = new Parameters(TorchRuntime.newManager(), 1);
    private final NDArray backboneWeight = weight("backbone.body.weight", 0, 4, 3);
    private final NDArray backboneBias = weight("backbone.body.bias", 1, 4);
    private final NDArray headWeight = weight("head.weight", 2, 2, 4);
    private final NDArray headBias = weight("head.bias", 3, 2);

    private NDArray weight(String name, int phase, long... shape) {
        return parameters.weight(name, new Shape(shape), (wanted, random) -> wave((int) wanted.size(), phase));
    }

    @AfterEach
    void close() {
        parameters.close();
    }

    static List<Fixture> cases() {
        return Fixture.cases(FILE);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void goesPyTorchsWay(Fixture expected) {
        double[] losses = expected.doubles("losses");
        double[] rates = expected.doubles("rates");
        List<Integer> shown = Arrays.stream(expected.ints("shown")).boxed().toList();
        RunConfig.Optimization config = config(expected);
        RunConfig.Tuning tuning = tuning(expected);
        LearningRate rate = new LearningRate(config, tuning, losses.length);
        try (Optimizer optimizer = Optimizer.create(config, tuning, parameters)) {
            for (int step = 1; step <= losses.length; step++) {
                double loss = 0;
                for (int i = 0; i < tuning.accumulate(); i++) {
                    loss += learn((step - 1) * tuning.accumulate() + i) / tuning.accumulate();
                }
                int now = step;
                TorchRuntime.withoutGradients(() -> {
                    optimizer.step(
                            rate.at(now), GradientNorm.factor(parameters, tuning.accumulate(), config.clipNorm()));
                    return null;
                });
                assertEquals(rates[step - 1], rate.at(step), 1e-9, "learning rate of step " + step);
                assertEquals(losses[step - 1], loss, TOLERANCE * Math.max(1, losses[step - 1]), "loss of step " + step);
                if (shown.contains(step)) {
                    float[] after = expected.floatLists("after").get(shown.indexOf(step));
                    Reference.assertClose(after, all(), TOLERANCE, "weights after step " + step);
                }
            }
        }
    }

    /** {@code clip_grad_norm_} of torch 1.13 makes [3e-6, 4e-6] a third of it, not two fifths. */
    @Test
    void aMillionthIsAddedToTheNormAsInPyTorch() {
        try (NDManager scratch = parameters.manager().newSubManager();
                GradientCollector collector = Engine.getInstance().newGradientCollector()) {
            collector.backward(
                    headBias.mul(scratch.create(new float[] {3e-6f, 4e-6f})).sum());
        }
        parameters.freeze(name -> !name.equals("head.bias"));
        double factor = TorchRuntime.withoutGradients(() -> GradientNorm.factor(parameters, 1, 2e-6));
        assertEquals(1.0 / 3, factor, TOLERANCE);
    }

    @Test
    void aGradientThatIsNotFiniteHasNoFactor() {
        try (NDManager scratch = parameters.manager().newSubManager();
                GradientCollector collector = Engine.getInstance().newGradientCollector()) {
            NDArray huge = scratch.create(Float.MAX_VALUE);
            collector.backward(headBias.mul(huge).square().sum());
        }
        // The others took no part in the loss and have no gradient.
        parameters.freeze(name -> !name.equals("head.bias"));
        assertTrue(Double.isNaN(TorchRuntime.withoutGradients(() -> GradientNorm.factor(parameters, 1, 5))));
    }

    private double learn(int batch) {
        try (NDManager scratch = parameters.manager().newSubManager();
                GradientCollector collector = Engine.getInstance().newGradientCollector()) {
            NDArray x = scratch.create(wave(15, 10 + batch), new Shape(5, 3));
            NDArray hidden =
                    Activation.sigmoid(x.matMul(backboneWeight.transpose()).add(backboneBias));
            NDArray error = hidden.matMul(headWeight.transpose()).add(headBias).sub(scratch.create(3f));
            NDArray loss = error.square().mean();
            collector.backward(loss);
            return loss.getFloat();
        }
    }

    private float[] all() {
        float[] all = new float[26];
        int at = 0;
        for (NDArray array : parameters.all().values()) {
            float[] values = array.toFloatArray();
            System.arraycopy(values, 0, all, at, values.length);
            at += values.length;
        }
        return all;
    }

    /** The start values of the reference. */
    static float[] wave(int count, int phase) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) Math.sin(1.7 * i + phase);
        }
        return values;
    }

    private static RunConfig.Optimization config(Fixture of) {
        return new RunConfig.Optimization(
                of.text("optimizer"),
                1,
                20,
                1,
                of.real("rate"),
                of.real("momentum"),
                of.real("decay"),
                of.integer("warmup"),
                of.text("schedule"),
                of.real("clip"));
    }

    private static RunConfig.Tuning tuning(Fixture of) {
        return new RunConfig.Tuning(
                of.bool("nesterov"),
                of.bool("decayAll"),
                of.real("backboneRate"),
                of.integer("accumulate"),
                of.real("warmupFactor"),
                of.real("firstDrop"),
                of.real("secondDrop"),
                of.real("dropFactor"),
                of.real("cosineEnd"));
    }
}
