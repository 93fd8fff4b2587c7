package io.flamemark.maskrcnn.roi;

import static io.flamemark.maskrcnn.Reference.assertClose;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import io.flamemark.maskrcnn.Formula;
import io.flamemark.maskrcnn.Reference;
import io.flamemark.maskrcnn.backbone.ImageSize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DetectionFilterTest {

    private static final Reference EXPECTED = Reference.of("parts.safetensors");

    @ParameterizedTest
    @CsvSource({"5, 40, 30", "91, 60, 100"})
    void keepsTheDetectionsTorchvisionKeeps(int classes, int proposals, int most) {
        String name = "detections" + classes;
        float[] offsets = Formula.floats(name + ".offsets", 6, proposals * classes * 4);
        DetectionFilter.Kept kept = new DetectionFilter(0.05f, 0.5, most)
                .filter(
                        EXPECTED.floats(name + ".probabilities"),
                        offsets,
                        EXPECTED.floats(name + ".proposals"),
                        classes,
                        new ImageSize(1200, 750));
        assertArrayEquals(EXPECTED.ints(name + ".labels"), kept.labels());
        assertClose(EXPECTED.floats(name + ".scores"), kept.scores(), 1e-5, "score");
        assertClose(EXPECTED.floats(name + ".boxes"), kept.boxes(), 1e-5, "box");
    }

    @Test
    void aScoreThatIsTheThresholdItselfIsDroppedAsInTorchvision() {
        DetectionFilter.Kept kept = new DetectionFilter(0.5f, 0.5, 10)
                .filter(
                        EXPECTED.floats("half.probabilities"),
                        new float[16],
                        EXPECTED.floats("half.proposals"),
                        2,
                        new ImageSize(100, 100));
        assertClose(EXPECTED.floats("half.boxes"), kept.boxes(), 1e-5, "box");
    }

    @Test
    void whatTheEdgeOfTheImageLeavesNothingOfIsDropped() {
        float[] proposals = {130, 10, 160, 40, 99.995f, 10, 120, 40, 99.98f, 10, 120, 40, 10, 90, 40, 130};
        float[] probabilities = {0.1f, 0.9f, 0.1f, 0.9f, 0.1f, 0.9f, 0.1f, 0.9f};
        DetectionFilter.Kept kept = new DetectionFilter(0.05f, 0.5, 10)
                .filter(probabilities, new float[4 * probabilities.length], proposals, 2, new ImageSize(100, 80));
        assertClose(new float[] {99.98f, 10, 100, 40}, kept.boxes(), 1e-5, "the one a fiftieth of a pixel wide");
    }
}
