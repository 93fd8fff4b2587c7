package io.flamemark.maskrcnn.weights;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.flamemark.maskrcnn.layers.Initializer;
import io.flamemark.maskrcnn.layers.Parameters;
import io.flamemark.maskrcnn.ops.TorchRuntime;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeightLoadingTest {

    @TempDir
    Path folder;

    @Test
    void fillsWhatFitsAndSaysWhatDoesNot() throws IOException {
        Path file = folder.resolve("old.safetensors");
        try (NDManager manager = TorchRuntime.newManager();
                Parameters parameters = new Parameters(TorchRuntime.newManager(), 1)) {
            SafetensorsWriter.write(
                    file,
                    Map.of(
                            "rpn.head.conv.bias", manager.create(new float[] {1, 2}),
                            "roi_heads.box_predictor.cls_score.bias", manager.create(new float[] {1, 2, 3}),
                            "extra", manager.create(0f)),
                    Map.of());
            parameters.weight("rpn.head.conv.0.0.bias", new Shape(2), Initializer.constant(0));
            parameters.weight("roi_heads.box_predictor.cls_score.bias", new Shape(2), Initializer.constant(5));
            parameters.weight("roi_heads.box_head.fc6.bias", new Shape(1), Initializer.constant(6));

            WeightLoading loading = WeightLoading.load(file, parameters);

            assertEquals(List.of("rpn.head.conv.0.0.bias"), loading.loaded());
            assertEquals(List.of("roi_heads.box_predictor.cls_score.bias"), loading.misshapen());
            assertEquals(List.of("roi_heads.box_head.fc6.bias"), loading.missing());
            assertEquals(List.of("extra"), loading.unused());
            assertArrayEquals(
                    new float[] {1, 2},
                    parameters.all().get("rpn.head.conv.0.0.bias").toFloatArray());
            assertArrayEquals(
                    new float[] {5, 5},
                    parameters
                            .all()
                            .get("roi_heads.box_predictor.cls_score.bias")
                            .toFloatArray());
            WeightsException refusal =
                    assertThrows(WeightsException.class, () -> WeightLoading.loadAll(file, parameters));
            assertTrue(refusal.getMessage().contains("roi_heads.box_head.fc6.bias"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "rpn.head.conv.weight, rpn.head.conv.0.0.weight",
        "backbone.fpn.inner_blocks.3.bias, backbone.fpn.inner_blocks.3.0.bias",
        "backbone.fpn.layer_blocks.0.0.weight, backbone.fpn.layer_blocks.0.0.weight",
        "roi_heads.mask_head.mask_fcn1.weight, roi_heads.mask_head.0.0.weight",
        "roi_heads.mask_head.mask_fcn4.bias, roi_heads.mask_head.3.0.bias",
        "backbone.body.conv1.weight, backbone.body.conv1.weight"
    })
    void understandsTheNamesOfOlderCheckpoints(String old, String current) {
        assertEquals(current, TorchvisionNames.current(old));
    }
}
