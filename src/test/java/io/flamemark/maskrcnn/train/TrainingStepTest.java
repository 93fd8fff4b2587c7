package io.flamemark.maskrcnn.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.flamemark.imaging.RgbImage;
import io.flamemark.maskrcnn.MaskRcnn;
import io.flamemark.maskrcnn.TinyNetwork;
import io.flamemark.maskrcnn.layers.Parameters;
import io.flamemark.run.RunConfig;
import io.flamemark.run.TrainingException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainingStepTest {

    private static final RunConfig.Optimization CONFIG =
            new RunConfig.Optimization("adamw", 1, 1, 1, 1e-3, 0.9, 0.01, 0, "constant", 5);

    private static Example example(String name) {
        return new Example(
                name,
                false,
                new RgbImage(64, 60, new int[64 * 60]),
                TinyNetwork.truths().get(0));
    }

    private static Optimizer optimizer(MaskRcnn network) {
        return Optimizer.create(CONFIG, RunConfig.Tuning.USUAL, network.parameters());
    }

    /** A loss that is no number, of the first of two batches, and finite losses whose gradient is too long for one. */
    @ParameterizedTest
    @CsvSource({
        "roi_heads.box_predictor.cls_score.bias, NaN, 'one, two'",
        "roi_heads.mask_predictor.mask_fcn_logits.weight, 1e30, 'one, two, three, four'"
    })
    void whatIsNotFiniteEndsItWithTheNamesOfTheImagesAndTheWeightsAsTheyWere(String name, float value, String images) {
        List<List<Example>> batches =
                List.of(List.of(example("one"), example("two")), List.of(example("three"), example("four")));
        try (MaskRcnn network = TinyNetwork.create();
                Optimizer optimizer = optimizer(network)) {
            TrainingStep step = new TrainingStep(network, optimizer, 5);
            fill(network.parameters().all().get(name), value);
            Map<String, float[]> before = TinyNetwork.values(network);
            TrainingException failure =
                    assertThrows(TrainingException.class, () -> step.take(7, batches, 1e-3, new Random(1)));
            assertTrue(failure.getMessage().contains("in step 7 at the images " + images + "."), failure.getMessage());
            Map<String, float[]> after = TinyNetwork.values(network);
            before.forEach((key, weight) -> assertArrayEquals(weight, after.get(key), key));
        }
    }

    private static void fill(NDArray weight, float value) {
        float[] values = new float[(int) weight.size()];
        Arrays.fill(values, value);
        Parameters.fill(weight, values);
    }

    @Test
    void nothingPilesUpOverTwentySteps() {
        List<List<Example>> batches = List.of(List.of(example("noise")));
        try (MaskRcnn network = TinyNetwork.create();
                Optimizer optimizer = optimizer(network)) {
            NDManager manager = network.parameters().manager();
            TrainingStep step = new TrainingStep(network, optimizer, 5);
            step.take(1, batches, 1e-3, new Random(1));
            int after = manager.getManagedArrays().size();
            for (int i = 0; i < 20; i++) {
                step.take(i, batches, 1e-3, new Random(i));
            }
            assertEquals(after, manager.getManagedArrays().size());
        }
    }
}
