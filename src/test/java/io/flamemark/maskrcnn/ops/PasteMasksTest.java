package io.flamemark.maskrcnn.ops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.flamemark.geometry.Box;
import io.flamemark.geometry.Mask;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class PasteMasksTest {

    private static final Fixture EXPECTED = Fixture.named("detection_ops.json", "pasted");

    @Test
    void pastesAsTorchvisionDoes() {
        int width = EXPECTED.integer("width");
        int height = EXPECTED.integer("height");
        List<float[]> probabilities = EXPECTED.floatLists("probabilities");
        List<int[]> pixels = EXPECTED.intLists("set");
        float[] boxes = EXPECTED.floats("boxes");
        for (int i = 0; i < pixels.size(); i++) {
            Box box = new Box(boxes[4 * i], boxes[4 * i + 1], boxes[4 * i + 2], boxes[4 * i + 3]);
            Mask mask = PasteMasks.paste(probabilities.get(i), EXPECTED.integer("size"), box, width, height, 0.5f);
            BitSet expected = new BitSet();
            for (int pixel : pixels.get(i)) {
                expected.set(pixel);
            }
            assertEquals(new Mask(0, 0, width, height, expected), mask, "box " + i);
        }
    }

    @Test
    void theWindowStaysInsideTheImage() {
        Mask mask = PasteMasks.paste(new float[] {1, 1, 1, 1}, 2, new Box(-5, -5, 30, 8), 20, 10, 0.5f);
        assertEquals(new Box(0, 0, 20, 10), mask.window());
        assertTrue(mask.get(0, 0) && mask.get(19, 3));
    }

    @Test
    void whatIsAsLikelyAsNotIsLeftOut() {
        float[] half = {0.5f, 0.5f, 0.5f, 0.5f};
        Box box = new Box(2, 2, 12, 8);
        assertTrue(PasteMasks.paste(half, 2, box, 20, 10, 0.5f).isEmpty());
        assertFalse(PasteMasks.paste(half, 2, box, 20, 10, Math.nextDown(0.5f)).isEmpty());
    }

    @Test
    void aBoxOutsideTheImageGivesNoPixel() {
        Mask mask = PasteMasks.paste(new float[] {1, 1, 1, 1}, 2, new Box(50, 60, 70, 90), 20, 10, 0.5f);
        assertTrue(mask.isEmpty());
    }
}
