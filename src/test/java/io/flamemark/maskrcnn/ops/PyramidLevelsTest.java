package io.flamemark.maskrcnn.ops;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.flamemark.maskrcnn.Reference;
import org.junit.jupiter.api.Test;

class PyramidLevelsTest {

    private static final PyramidLevels LEVELS =
            new PyramidLevels(new int[4], new int[4], new float[] {1f / 4, 1f / 8, 1f / 16, 1f / 32});

    @Test
    void assignsBoxesOnTheBordersOfLevelsAsTorchvisionDoes() {
        Reference expected = Reference.of("parts.safetensors");
        float[] boxes = expected.floats("levels.boxes");
        int[] levels = expected.ints("levels.levels");
        for (int i = 0; i < levels.length; i++) {
            assertEquals(levels[i], LEVELS.levelOf(boxes, i), "box " + i);
        }
    }

    @Test
    void aBoxWithoutAreaBelongsToTheFinestLevel() {
        assertEquals(0, LEVELS.levelOf(new float[] {5, 5, 5, 9}, 0));
    }
}
