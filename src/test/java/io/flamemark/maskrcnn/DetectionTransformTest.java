package io.flamemark.maskrcnn;

import static io.flamemark.maskrcnn.Reference.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDManager;
import io.flamemark.detection.Detection;
import io.flamemark.detection.Detections;
import io.flamemark.geometry.Mask;
import io.flamemark.imaging.Resampling;
import io.flamemark.imaging.RgbImage;
import io.flamemark.maskrcnn.backbone.ImageBatch;
import io.flamemark.maskrcnn.backbone.ImageSize;
import io.flamemark.maskrcnn.ops.TorchRuntime;
import io.flamemark.maskrcnn.roi.RoiDetection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class DetectionTransformTest {

    private static final Reference EXPECTED = Reference.of("parts.safetensors");
    private static final DetectionTransform TORCHVISIONS = new DetectionTransform(48, 70, Resampling.BILINEAR);

    @Test
    void choosesTheSizesTorchvisionChooses() {
        int[] originals = EXPECTED.ints("transform.originals");
        int[] resized = EXPECTED.ints("transform.resized");
        DetectionTransform transform = new DetectionTransform(800, 1333, Resampling.BILINEAR);
        for (int i = 0; i < originals.length; i += 2) {
            assertEquals(
                    new ImageSize(resized[i], resized[i + 1]),
                    transform.networkSize(originals[i], originals[i + 1]),
                    "an image of " + originals[i] + "x" + originals[i + 1]);
        }
    }

    @Test
    void resizesNormalisesAndPadsAsTorchvisionDoes() {
        List<RgbImage> images = List.of(
                Formula.image("wide", 37, 29, 1), Formula.image("tall", 61, 95, 1), Formula.image("kept", 48, 64, 1));
        try (NDManager manager = TorchRuntime.newManager()) {
            ImageBatch batch = TORCHVISIONS.resizedBatch(manager, images);
            assertEquals(
                    EXPECTED.array(manager, "transform.batch").getShape(),
                    batch.pixels().getShape());
            assertClose(EXPECTED.floats("transform.batch"), batch.pixels().toFloatArray(), 1e-5, "pixel");
            int[] sizes = EXPECTED.ints("transform.sizes");
            for (int i = 0; i < images.size(); i++) {
                assertEquals(
                        new ImageSize(sizes[2 * i], sizes[2 * i + 1]),
                        batch.sizes().get(i));
            }
        }
    }

    @Test
    void bringsBoxesAndMasksBackAsTorchvisionDoes() {
        int width = 293;
        int height = 231;
        float[] boxes = EXPECTED.floats("back.boxes");
        float[] masks = maskProbabilities(boxes.length / 4);
        List<RoiDetection> found = new ArrayList<>();
        for (int i = 0; i < boxes.length / 4; i++) {
            found.add(new RoiDetection(
                    1,
                    1f / (i + 1),
                    Arrays.copyOfRange(boxes, 4 * i, 4 * i + 4),
                    Arrays.copyOfRange(masks, i * 784, (i + 1) * 784)));
        }
        Detections back = DetectionTransform.toOriginal(found, new ImageSize(61, 48), width, height);
        float[] expected = EXPECTED.floats("back.original");
        for (int i = 0; i < found.size(); i++) {
            Detection one = back.all().get(i);
            float[] corners = {
                (float) one.box().x1(),
                (float) one.box().y1(),
                (float) one.box().x2(),
                (float) one.box().y2()
            };
            assertClose(Arrays.copyOfRange(expected, 4 * i, 4 * i + 4), corners, 0, "box " + i);
            Mask mask = new Mask(0, 0, width, height, EXPECTED.pixels("back.masks", i, width * height));
            assertEquals(mask, one.mask(), "mask " + i);
        }
    }

    private static float[] maskProbabilities(int count) {
        float[] values = Formula.floats("masks", 9, count * 784);
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (1 / (1 + Math.exp(-values[i])));
        }
        return values;
    }

    @Test
    void areaAveragingKeepsTheMeanWhereBilinearSkipsPixels() {
        int[] stripes = new int[128 * 128];
        for (int i = 0; i < stripes.length; i++) {
            stripes[i] = i % 4 == 0 ? 0xffffff : 0;
        }
        RgbImage image = new RgbImage(128, 128, stripes);
        assertEquals((64 / 255.0 - 0.485) / 0.229, firstValue(image, Resampling.AREA), 1e-5);
        assertEquals((0 - 0.485) / 0.229, firstValue(image, Resampling.BILINEAR), 1e-5);
    }

    /** The red of the upper left pixel, normalised. */
    private static float firstValue(RgbImage image, Resampling resampling) {
        try (NDManager manager = TorchRuntime.newManager()) {
            return new DetectionTransform(32, 32, resampling)
                    .resizedBatch(manager, List.of(image))
                    .pixels()
                    .toFloatArray()[0];
        }
    }
}
