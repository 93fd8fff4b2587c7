package io.flamemark.maskrcnn.ops;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.flamemark.maskrcnn.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NmsTest {

    private static final Fixture EXPECTED = Fixture.named("detection_ops.json", "suppression");

    @Test
    void keepsWhatTorchvisionKeeps() {
        int[] kept = Nms.keep(EXPECTED.floats("boxes"), EXPECTED.floats("scores"), 0.3);
        assertArrayEquals(EXPECTED.ints("kept"), kept);
    }

    @Test
    void keepsWhatTorchvisionKeepsOfEachGroup() {
        int[] kept = Nms.keep(EXPECTED.floats("boxes"), EXPECTED.floats("scores"), EXPECTED.ints("groups"), 0.2);
        assertArrayEquals(EXPECTED.ints("keptByGroup"), kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"few", "many", "near", "nearMany"})
    void keepsWhatTorchvisionKeepsOfManyClassesInALargeImage(String count) {
        Reference expected = Reference.of("parts.safetensors");
        String name = "nms." + count;
        int[] kept = Nms.keep(
                expected.floats(name + ".boxes"),
                expected.floats(name + ".scores"),
                expected.ints(name + ".groups"),
                0.5);
        assertArrayEquals(expected.ints(name + ".kept"), kept);
    }

    @Test
    void keepsBoxesWhoseOverlapIsTheThresholdItself() {
        float[] boxes = {0, 0, 2, 1, 1, 0, 3, 1};
        float[] scores = {0.5f, 0.9f};
        assertArrayEquals(new int[] {1, 0}, Nms.keep(boxes, scores, 1f / 3));
        assertArrayEquals(new int[] {1}, Nms.keep(boxes, scores, 0.333));
    }

    @Test
    void keepsNothingOfNothing() {
        assertEquals(0, Nms.keep(new float[0], new float[0], 0.5).length);
    }

    @Test
    void ranksByScoreThenPlaceAndLeavesOutWhatIsNotANumber() {
        float[] scores = {-1, 3, Float.NaN, 0f, -0f, Float.NEGATIVE_INFINITY, 3, -2};
        assertArrayEquals(new int[] {1, 6, 3, 4, 0, 7, 5}, Ranking.descending(scores));
        assertArrayEquals(new int[] {6, 3}, Ranking.top(scores, 2, 7, 2));
    }
}
