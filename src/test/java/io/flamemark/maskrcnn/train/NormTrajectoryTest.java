package io.flamemark.maskrcnn.train;

import static io.flamemark.maskrcnn.Reference.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import io.flamemark.maskrcnn.layers.Conv2d;
import io.flamemark.maskrcnn.layers.ConvNorm;
import io.flamemark.maskrcnn.layers.Initializer;
import io.flamemark.maskrcnn.layers.Norm;
import io.flamemark.maskrcnn.layers.Parameters;
import io.flamemark.maskrcnn.layers.Scope;
import io.flamemark.maskrcnn.ops.Fixture;
import io.flamemark.maskrcnn.ops.Precision;
import io.flamemark.maskrcnn.ops.TorchRuntime;
import io.flamemark.run.RunConfig;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Networks with group norm, batch norm that learns and frozen batch norm go the way PyTorch's go, what the norms
 * remember included; the networks and their values are those of {@code src/test/reference/optimizers.py}.
 */
class NormTrajectoryTest {

    private static final String FILE = "/io/flamemark/maskrcnn/train/norms.json";
    private static final double TOLERANCE = 1e-5;
    private static final int CHANNELS = 32;

    private final Parameters parameters = Parameters.zeros(TorchRuntime.newManager());
    private ConvNorm layer;
    private Conv2d head;

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
        List<String> names = expected.texts("names");
        make(Norm.Kind.named(expected.text("norm")), names);
        double[] losses = expected.doubles("losses");
        RunConfig.Optimization config = new RunConfig.Optimization(
                expected.text("optimizer"),
                1,
                losses.length,
                2,
                expected.real("rate"),
                0.9,
                expected.real("decay"),
                0,
                "constant",
                0);
        try (Optimizer optimizer = Optimizer.create(config, RunConfig.Tuning.USUAL, parameters)) {
            for (int step = 0; step < losses.length; step++) {
                assertEquals(losses[step], learn(step), TOLERANCE * Math.max(1, losses[step]), "loss of step " + step);
                TorchRuntime.withoutGradients(() -> {
                    optimizer.step(config.learningRate(), GradientNorm.factor(parameters, 1, 0));
                    return null;
                });
                if (step == 0) {
                    assertClose(expected.floats("afterFirst"), all(names), TOLERANCE, "after the first step");
                }
            }
        }
        assertClose(expected.floats("afterLast"), all(names), TOLERANCE, "after the last step");
        assertTrue(losses.length == 20 && losses[19] < losses[0] / 2, "the way is long, and leads down");
    }

    private void make(Norm.Kind kind, List<String> names) {
        Scope root = new Scope(parameters, "", Precision.FLOAT32);
        Conv2d conv = root.in("conv").conv(3, CHANNELS, 3, 1, Initializer.heNormal());
        layer = new ConvNorm(conv, kind.create(root.in("norm"), CHANNELS, 1));
        head = root.in("head").convWithBias(CHANNELS, 4, 1, Initializer.heNormal());
        assertEquals(Set.copyOf(names), parameters.all().keySet());
        for (int index = 0; index < names.size(); index++) {
            String name = names.get(index);
            if (!name.endsWith("num_batches_tracked")) {
                int offset = Set.of("norm.weight", "norm.running_var").contains(name) ? 1 : 0;
                NDArray tensor = parameters.all().get(name);
                float[] values = OptimizerTrajectoryTest.wave((int) tensor.size(), index);
                for (int i = 0; i < values.length; i++) {
                    values[i] = offset + 0.5f * values[i];
                }
                Parameters.fill(tensor, values);
            }
        }
    }

    private double learn(int step) {
        try (NDManager scratch = parameters.manager().newSubManager();
                GradientCollector collector = Engine.getInstance().newGradientCollector()) {
            float[] values = OptimizerTrajectoryTest.wave(2 * 3 * 5 * 6, 10 + step);
            NDArray x = scratch.create(values, new Shape(2, 3, 5, 6));
            NDArray error = head.apply(layer.rectified(x)).sub(scratch.create(3f));
            NDArray loss = error.square().mean();
            collector.backward(loss);
            return loss.getFloat();
        }
    }

    private float[] all(List<String> names) {
        float[] all = new float[0];
        for (String name : names) {
            float[] values = parameters.all().get(name).toFloatArray();
            all = Arrays.copyOf(all, all.length + values.length);
            System.arraycopy(values, 0, all, all.length - values.length, values.length);
        }
        return all;
    }
}
