package io.flamemark.maskrcnn.roi;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.flamemark.geometry.Polygon;
import io.flamemark.maskrcnn.backbone.ImageSize;
import io.flamemark.maskrcnn.ops.BalancedSampler;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RoiSamplerTest {

    private static final List<ImageSize> SIZE = List.of(new ImageSize(100, 80));
    private static final List<float[]> PROPOSALS = List.of(new float[] {60, 10, 90, 30, 11, 12, 41, 52});
    private static final List<Truth> TRUTH = List.of(new Truth(
            new float[] {10, 10, 40, 50}, new int[] {2}, List.of(List.of(Polygon.of(10, 10, 40, 10, 40, 50, 10, 50)))));

    private static RoiTargets sample(TrainingRecipe recipe, List<Truth> truths) {
        return new RoiSampler(new BalancedSampler(64, 0.5), recipe).sample(PROPOSALS, truths, SIZE, new Random(1));
    }

    @Test
    void theTrueBoxesAloneJoinTheProposalsInTorchvisionsRecipe() {
        RoiTargets targets = sample(TrainingRecipe.TORCHVISION, TRUTH);
        assertArrayEquals(new float[] {60, 10, 90, 30, 11, 12, 41, 52, 10, 10, 40, 50}, targets.boxes());
        assertArrayEquals(new int[] {0, 2, 2}, targets.labels());
        assertArrayEquals(new int[] {1, 2}, targets.positives());
        assertEquals(0, targets.offsets()[4], "a true box is its own target");
    }

    @Test
    void boxesNearTheTrueOnesJoinThemWhereLearningStartsFromNothing() {
        RoiTargets targets = sample(TrainingRecipe.SCRATCH, TRUTH);
        assertEquals(3 + 6, targets.labels().length);
        assertTrue(targets.positives().length > 4, "most overlap it by more than half");
    }

    @Test
    void withoutObjectsEveryProposalIsBackground() {
        for (TrainingRecipe recipe : TrainingRecipe.values()) {
            RoiTargets targets = sample(recipe, List.of(Truth.none()));
            assertArrayEquals(new int[] {0, 0}, targets.labels());
            assertEquals(0, targets.masks().length);
        }
    }
}
