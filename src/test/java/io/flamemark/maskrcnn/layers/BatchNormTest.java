package io.flamemark.maskrcnn.layers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import io.flamemark.maskrcnn.Reference;
import io.flamemark.maskrcnn.ops.Fixture;
import io.flamemark.maskrcnn.ops.Precision;
import io.flamemark.maskrcnn.ops.TorchRuntime;
import io.flamemark.maskrcnn.weights.NetworkTensors;
import io.flamemark.weights.Tensor;
import io.flamemark.weights.TensorType;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Batch norm that learns, against PyTorch's on the values of {@code src/test/reference/optimizers.py}. */
class BatchNormTest {

    private static final String FILE = "/io/flamemark/maskrcnn/layers/batch_norm.json";
    private static final Shape SHAPE = new Shape(2, 3, 4, 5);
    private static final double TOLERANCE = 1e-5;

    private final Parameters parameters = new Parameters(TorchRuntime.newManager(), 1);
    private final BatchNorm norm = BatchNorm.create(new Scope(parameters, "bn", Precision.FLOAT32), 3, 1);

    BatchNormTest() {
        Parameters.fill(norm.weight(), new float[] {1, 0.5f, -2});
        Parameters.fill(norm.bias(), new float[] {0, 1, 0.25f});
    }

    @AfterEach
    void close() {
        parameters.close();
    }

    @Test
    void learnsAndIsUsedAsPyTorchs() {
        List<Fixture> cases = Fixture.cases(FILE);
        List<Fixture> batches =
                cases.stream().filter(one -> one.name().equals("batch")).toList();
        batches.forEach(this::learn);
        Fixture use = cases.get(batches.size());
        assertEquals(use.integer("batches"), norm.batches().getFloat());
        try (NDManager scratch = parameters.manager().newSubManager()) {
            NDArray x = scratch.create(use.floats("x"), SHAPE);
            NDArray y = TorchRuntime.withoutGradients(() -> norm.apply(x));
            Reference.assertClose(use.floats("y"), y.toFloatArray(), TOLERANCE, "in use");
        }
        assertEquals(use.integer("batches"), norm.batches().getFloat(), "use does not count");
    }

    private void learn(Fixture batch) {
        try (NDManager scratch = parameters.manager().newSubManager()) {
            NDArray x = scratch.create(batch.floats("x"), SHAPE);
            x.setRequiresGradient(true);
            NDArray y;
            try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
                y = norm.apply(x);
                collector.backward(
                        y.mul(scratch.create(batch.floats("factors"), SHAPE)).sum());
            }
            Reference.assertClose(batch.floats("y"), y.toFloatArray(), TOLERANCE, "output");
            Reference.assertClose(batch.floats("dx"), x.getGradient().toFloatArray(), TOLERANCE, "gradient");
            check(batch, "dweight", norm.weight().getGradient());
            check(batch, "dbias", norm.bias().getGradient());
            check(batch, "mean", norm.mean());
            check(batch, "variance", norm.variance());
            TorchRuntime.withoutGradients(
                    () -> norm.weight().getGradient().subi(norm.weight().getGradient()));
            TorchRuntime.withoutGradients(
                    () -> norm.bias().getGradient().subi(norm.bias().getGradient()));
        }
    }

    private static void check(Fixture batch, String key, NDArray actual) {
        Reference.assertClose(batch.floats(key), actual.toFloatArray(), TOLERANCE, key);
    }

    @Test
    void frozenItStaysAsItIsWhileOthersLearn() {
        parameters.freeze(name -> true);
        float[] before = norm.mean().toFloatArray();
        try (NDManager scratch = parameters.manager().newSubManager();
                GradientCollector collector = Engine.getInstance().newGradientCollector()) {
            assertEquals(SHAPE, norm.apply(scratch.ones(SHAPE)).getShape());
            collector.zeroGradients();
        }
        assertArrayEquals(before, norm.mean().toFloatArray());
        assertEquals(0, norm.batches().getFloat());
    }

    @Test
    void itsNamesArePyTorchs() {
        assertEquals(
                Set.of("bn.weight", "bn.bias", "bn.running_mean", "bn.running_var", "bn.num_batches_tracked"),
                parameters.all().keySet());
        assertEquals(Set.of("bn.weight", "bn.bias"), parameters.trainable().keySet());
    }

    @Test
    void itsCounterIsStoredAsAWholeNumber() throws IOException {
        Parameters.fill(norm.batches(), new float[] {12});
        Tensor stored = NetworkTensors.of(parameters.all()).get("bn.num_batches_tracked");
        assertEquals(TensorType.I64, stored.type());
        assertEquals(0, stored.shape().rank());
        assertArrayEquals(new float[] {12}, stored.floats());
    }
}
