package io.flamemark.maskrcnn.ops;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

class BoxesTest {

    @Test
    void clipsAndDropsSmallBoxesAsTorchvisionDoes() {
        Fixture expected = Fixture.named("detection_ops.json", "suppression");
        float[] boxes = expected.floats("moved");
        Boxes.clip(boxes, 100, 70);
        assertArrayEquals(expected.floats("clipped"), boxes);
        assertArrayEquals(expected.ints("notSmaller"), Boxes.notSmaller(boxes, 20));
    }

    @Test
    void boxesThatOnlyTouchDoNotOverlap() {
        assertArrayEquals(
                new float[] {0, 0}, Boxes.iou(new float[] {0, 0, 2, 2}, new float[] {2, 0, 4, 2, 5, 5, 5, 5}));
    }

    @Test
    void selectsInTheOrderAskedFor() {
        float[] boxes = {0, 1, 2, 3, 4, 5, 6, 7};
        assertArrayEquals(new float[] {4, 5, 6, 7, 0, 1, 2, 3}, Boxes.select(boxes, new int[] {1, 0}));
    }
}
