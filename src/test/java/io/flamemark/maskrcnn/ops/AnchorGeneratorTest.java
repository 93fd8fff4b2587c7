package io.flamemark.maskrcnn.ops;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.flamemark.maskrcnn.ops.AnchorGenerator.Grid;
import java.util.Collections;
import org.junit.jupiter.api.Test;

class AnchorGeneratorTest {

    private static final Fixture EXPECTED = Fixture.named("detection_ops.json", "anchors");

    private static final AnchorGenerator STANDARD =
            new AnchorGenerator(new int[][] {{32}, {64}, {128}, {256}, {512}}, new float[] {0.5f, 1, 2});

    @Test
    void placesAnchorsAsTorchvisionDoes() {
        int[][] sizes = {{32}, {64, 90}, {128}};
        AnchorGenerator generator = new AnchorGenerator(sizes, new float[] {0.5f, 1, 2});
        Grid[] grids = {new Grid(8, 12), new Grid(4, 6), new Grid(2, 3)};
        assertArrayEquals(EXPECTED.floats("anchors"), generator.anchors(grids, 67, 99));
        assertEquals(6, generator.perPixel(1));
    }

    @Test
    void roundsTheStandardAnchorsAsTorchvisionDoes() {
        Grid[] grids = Collections.nCopies(5, new Grid(1, 1)).toArray(Grid[]::new);
        assertArrayEquals(EXPECTED.floats("standard"), STANDARD.anchors(grids, 1, 1));
    }

    @Test
    void halvesOfOddSidesGoToTheEvenPixelAsInPyTorch() {
        AnchorGenerator odd = new AnchorGenerator(new int[][] {{33}, {45}}, new float[] {0.5f, 1, 2});
        Grid[] grids = {new Grid(1, 1), new Grid(1, 1)};
        assertArrayEquals(EXPECTED.floats("odd"), odd.anchors(grids, 1, 1));
    }

    @Test
    void stridesDifferWhereAMapIsRoundedUpAlongOneSideAsInTorchvision() {
        AnchorGenerator coarse = new AnchorGenerator(new int[][] {{256}, {512}}, new float[] {0.5f, 1, 2});
        Grid[] grids = {new Grid(3, 4), new Grid(2, 2)};
        assertArrayEquals(EXPECTED.floats("uneven"), coarse.anchors(grids, 96, 128));
    }

    @Test
    void refusesAnotherNumberOfLevels() {
        Grid[] grids = {new Grid(1, 1)};
        assertThrows(IllegalArgumentException.class, () -> STANDARD.anchors(grids, 1, 1));
    }
}
