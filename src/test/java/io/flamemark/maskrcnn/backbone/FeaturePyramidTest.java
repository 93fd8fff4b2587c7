package io.flamemark.maskrcnn.backbone;

import static io.flamemark.maskrcnn.Reference.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import io.flamemark.maskrcnn.Formula;
import io.flamemark.maskrcnn.Reference;
import io.flamemark.maskrcnn.layers.Norm;
import io.flamemark.maskrcnn.layers.Parameters;
import io.flamemark.maskrcnn.layers.Scope;
import io.flamemark.maskrcnn.ops.Precision;
import io.flamemark.maskrcnn.ops.TorchRuntime;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeaturePyramidTest {

    @Test
    void mergesLevelsAsTorchvisionDoes() {
        Reference expected = Reference.of("parts.safetensors");
        int[] channels = {4, 8, 16, 32};
        try (NDManager manager = TorchRuntime.newManager();
                Parameters parameters = Parameters.zeros(TorchRuntime.newManager())) {
            Scope scope =
                    new Scope(parameters, "", Precision.FLOAT32).in("backbone").in("fpn");
            FeaturePyramid pyramid = new FeaturePyramid(scope, Norm.Kind.FROZEN, channels, 8);
            Formula.fill(parameters);
            NDList stages = new NDList();
            for (int i = 0; i < channels.length; i++) {
                stages.add(Formula.array(manager, "stage" + i, 4, 2, channels[i], 24 >> i, (40 >> i) + i % 2));
            }
            NDList levels = TorchRuntime.withoutGradients(() -> pyramid.apply(stages));
            List<String> names = List.of("0", "1", "2", "3", "pool");
            for (int i = 0; i < names.size(); i++) {
                String name = "fpn." + names.get(i);
                assertEquals(
                        expected.array(manager, name).getShape(), levels.get(i).getShape());
                assertClose(expected.floats(name), levels.get(i).toFloatArray(), 1e-5, name);
            }
        }
    }
}
