package io.flamemark.maskrcnn.layers;

import static io.flamemark.maskrcnn.Reference.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.flamemark.maskrcnn.Formula;
import io.flamemark.maskrcnn.Reference;
import io.flamemark.maskrcnn.ops.Precision;
import io.flamemark.maskrcnn.ops.TorchRuntime;
import org.junit.jupiter.api.Test;

class NormsWithoutEpsilonTest {

    private static final int CHANNELS = 6;

    @Test
    void scalesTakeOverWhatTorchvisionsNormsOfTheCocoWeightsDoWithoutEpsilon() {
        Reference expected = Reference.of("parts.safetensors");
        try (NDManager manager = TorchRuntime.newManager();
                Parameters parameters = Parameters.zeros(TorchRuntime.newManager())) {
            Norm norm = FrozenBatchNorm.create(new Scope(parameters, "", Precision.FLOAT32).in("bn1"), CHANNELS);
            set(parameters, "bn1.weight", Formula.floats("norm.weight", 1, CHANNELS));
            set(parameters, "bn1.bias", Formula.floats("norm.bias", 1, CHANNELS));
            set(parameters, "bn1.running_mean", Formula.floats("norm.mean", 1e-3, CHANNELS));
            set(parameters, "bn1.running_var", expected.floats("norm.variance"));
            NormsWithoutEpsilon.adopt(parameters);
            NDArray input = Formula.array(manager, "norm.input", 1e-2, 2, CHANNELS, 5, 7);
            assertClose(expected.floats("norm.output"), norm.apply(input).toFloatArray(), 1e-5, "value");
        }
    }

    @Test
    void aNormWithoutVarianceIsLeftAlone() {
        try (Parameters parameters = Parameters.zeros(TorchRuntime.newManager())) {
            FrozenBatchNorm.create(new Scope(parameters, "", Precision.FLOAT32).in("bn1"), 1);
            set(parameters, "bn1.weight", 3);
            NormsWithoutEpsilon.adopt(parameters);
            assertEquals(3, parameters.all().get("bn1.weight").getFloat());
        }
    }

    private static void set(Parameters parameters, String name, float... values) {
        Parameters.fill(parameters.all().get(name), values);
    }
}
