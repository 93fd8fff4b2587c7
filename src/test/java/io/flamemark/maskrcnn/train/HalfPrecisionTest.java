package io.flamemark.maskrcnn.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.flamemark.imaging.RgbImage;
import io.flamemark.maskrcnn.MaskRcnn;
import io.flamemark.maskrcnn.TinyNetwork;
import io.flamemark.maskrcnn.ops.Precision;
import io.flamemark.run.RunConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A training in bfloat16 goes the way of one in 32 bits, with every kind of norm. */
class HalfPrecisionTest {

    private static final RunConfig.Optimization SGD =
            new RunConfig.Optimization("sgd", 1, 1, 1, 0.1, 0.9, 0.01, 0, "constant", 5);
    private static final RunConfig.Tuning TUNING =
            new RunConfig.Tuning(false, true, 1, 1, 0.001, 0.667, 0.889, 0.1, 0.01);
    private static final int STEPS = 20;

    /** Later on another rounding has changed which proposals are learned from, and single steps differ by more. */
    private static final int FIRST_STEPS = 3;

    @ParameterizedTest
    @ValueSource(strings = {"group", "batch", "frozen"})
    void lossesAreThoseOf32BitsToAPercent(String norm) {
        List<Double> full = losses(norm, Precision.FLOAT32);
        List<Double> half = losses(norm, Precision.BFLOAT16);
        for (int i = 0; i < FIRST_STEPS; i++) {
            assertEquals(full.get(i), half.get(i), 0.01 * full.get(i), "step " + (i + 1));
        }
        assertEquals(mean(full), mean(half), 0.02 * mean(full));
        assertNotEquals(full, half, "they were halved");
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    private static List<Double> losses(String norm, Precision precision) {
        RunConfig.Network network =
                new RunConfig.Network("resnet18", 16, norm, "scratch", "none", 64, 64, 32, 32, 1, "all");
        List<Double> totals = new ArrayList<>();
        try (MaskRcnn maskRcnn = new MaskRcnn(network, TinyNetwork.SAMPLING, 2, 3, precision);
                Optimizer optimizer = Optimizer.create(SGD, TUNING, maskRcnn.parameters())) {
            TrainingStep step = new TrainingStep(maskRcnn, optimizer, 5);
            for (int i = 1; i <= STEPS; i++) {
                totals.add(
                        step.take(i, List.of(examples()), 0.005, new Random(i)).total());
            }
        }
        return totals;
    }

    private static List<Example> examples() {
        int[] rgb = new Random(3).ints(64 * 64, 0, 1 << 24).toArray();
        return List.of(new Example(
                "noise", false, new RgbImage(64, 64, rgb), TinyNetwork.truths().get(0)));
    }
}
