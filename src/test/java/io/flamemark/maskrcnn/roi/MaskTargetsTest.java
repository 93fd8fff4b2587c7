package io.flamemark.maskrcnn.roi;

import static io.flamemark.maskrcnn.Reference.assertClose;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.flamemark.geometry.Polygon;
import io.flamemark.maskrcnn.Reference;
import io.flamemark.maskrcnn.backbone.ImageSize;
import java.util.List;
import org.junit.jupiter.api.Test;

class MaskTargetsTest {

    private static final Reference EXPECTED = Reference.of("parts.safetensors");
    private static final int CELLS = 28 * 28;
    private static final ImageSize SIZE = new ImageSize(90, 70);
    private static final Truth TRUTH = new Truth(
            new float[8],
            new int[] {1, 1},
            List.of(
                    List.of(Polygon.of(5.2, 6.3, 40.7, 3.1, 60.4, 44.9, 22.2, 58.6, 12.1, 30.3)),
                    List.of(Polygon.of(70.3, 30.2, 90, 30.2, 90, 70, 75.4, 70))));

    @Test
    void rasterTargetsAreTorchvisions() {
        assertClose(EXPECTED.floats("targets.masks"), draw(RasterTargets.of(TRUTH, SIZE)), 1e-5, "cell");
    }

    @Test
    void outlineTargetsAreNearThem() {
        float[] raster = EXPECTED.floats("targets.masks");
        float[] outline = draw(new OutlineTargets(TRUTH));
        double difference = 0;
        for (int i = 0; i < 2 * CELLS; i++) {
            difference += Math.abs(raster[i] - outline[i]) / (2 * CELLS);
        }
        assertTrue(difference > 0 && difference < 0.03, "mean difference " + difference);
    }

    private static float[] draw(MaskTargets targets) {
        float[] boxes = EXPECTED.floats("targets.boxes");
        int[] objects = EXPECTED.ints("targets.objects");
        float[] masks = new float[objects.length * CELLS];
        for (int i = 0; i < objects.length; i++) {
            targets.draw(objects[i], boxes, i, masks, i * CELLS);
        }
        return masks;
    }
}
