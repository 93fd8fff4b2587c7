package io.flamemark.maskrcnn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.flamemark.files.JsonArray;
import io.flamemark.files.JsonException;
import io.flamemark.files.JsonObject;
import io.flamemark.files.JsonValue;
import io.flamemark.geometry.Polygon;
import io.flamemark.maskrcnn.backbone.ImageBatch;
import io.flamemark.maskrcnn.backbone.ImageSize;
import io.flamemark.maskrcnn.ops.TorchRuntime;
import io.flamemark.maskrcnn.roi.RoiDetection;
import io.flamemark.maskrcnn.roi.Truth;
import io.flamemark.run.LossBreakdown;
import io.flamemark.run.RunConfig;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The whole network against torchvision's, with the same weights from the same formula; the values come from
 * {@code src/test/reference/maskrcnn_forward.py}.
 */
class TorchvisionParityTest {

    private static final int WIDTH = 96;
    private static final int HEIGHT = 64;

    private static final RunConfig.Network NETWORK =
            new RunConfig.Network("resnet18", "frozen", "none", HEIGHT, WIDTH, 32, 64, 1, "all");

    /** Every anchor is sampled, so that the losses leave nothing to chance. */
    private static final RunConfig.Sampling SAMPLING = new RunConfig.Sampling(100_000, 60, 40, 512, 0.25, 10, 0.2, 0.5);

    private static MaskRcnn network;
    private static JsonObject expected;

    @BeforeAll
    static void fill() throws IOException {
        network = new MaskRcnn(NETWORK, SAMPLING, 3, 1);
        network.parameters().all().forEach(TorchvisionParityTest::fill);
        try (InputStream in = TorchvisionParityTest.class.getResourceAsStream("maskrcnn_forward.json")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            expected = JsonValue.parse("maskrcnn_forward.json", text).asObject();
        }
    }

    @AfterAll
    static void close() {
        network.close();
    }

    @Test
    void findsWhatTorchvisionFinds() throws JsonException {
        try (NDManager scratch = network.parameters().manager().newSubManager()) {
            ImageBatch batch = batch(scratch);
            List<RoiDetection> found =
                    TorchRuntime.withoutGradients(() -> network.detect(batch).get(0));
            JsonArray boxes = expected.array("boxes");
            assertEquals(boxes.size(), found.size());
            for (int i = 0; i < found.size(); i++) {
                RoiDetection detection = found.get(i);
                assertArrayEquals(floats(boxes.get(i).asArray()), detection.box(), 2e-3f, "box " + i);
                assertEquals(expected.array("labels").get(i).asInt(), detection.label());
                assertEquals(expected.array("scores").get(i).asDouble(), detection.score(), 1e-5);
                assertEquals(expected.array("maskMeans").get(i).asDouble(), mean(detection.mask()), 1e-5);
                assertEquals(
                        expected.array("maskCorners").get(i).asDouble(),
                        detection.mask()[3 * 28 + 20],
                        1e-5);
            }
        }
    }

    @Test
    void judgesProposalsAsTorchvisionDoes() throws JsonException {
        Truth truth = new Truth(
                new float[] {8, 10, 40, 50, 50, 20, 90, 44},
                new int[] {1, 2},
                List.of(
                        List.of(Polygon.of(8, 10, 40, 10, 40, 50, 8, 50)),
                        List.of(Polygon.of(50, 20, 90, 20, 90, 44, 50, 44))));
        try (NDManager scratch = network.parameters().manager().newSubManager()) {
            ImageBatch batch = batch(scratch);
            LossBreakdown losses = TorchRuntime.withoutGradients(
                    () -> network.losses(batch, List.of(truth), new Random(1)).values());
            JsonObject wanted = expected.object("losses");
            assertEquals(wanted.number("loss_objectness"), losses.objectness(), 1e-5);
            assertEquals(wanted.number("loss_rpn_box_reg"), losses.rpnBoxRegression(), 1e-6);
        }
    }

    private static ImageBatch batch(NDManager manager) {
        double[] mean = {0.485, 0.456, 0.406};
        double[] deviation = {0.229, 0.224, 0.225};
        double[] noise = noise("image", 3 * HEIGHT * WIDTH);
        float[] pixels = new float[noise.length];
        for (int i = 0; i < pixels.length; i++) {
            int channel = i / (HEIGHT * WIDTH);
            pixels[i] = (float) ((noise[i] + 0.5 - mean[channel]) / deviation[channel]);
        }
        return new ImageBatch(
                manager.create(pixels, new Shape(1, 3, HEIGHT, WIDTH)), List.of(new ImageSize(WIDTH, HEIGHT)));
    }

    private static void fill(String name, NDArray tensor) {
        double[] noise = noise(name, (int) tensor.size());
        float[] values = new float[noise.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (offset(name) + scale(name, tensor.getShape()) * noise[i]);
        }
        tensor.set(values);
    }

    private static double scale(String name, Shape shape) {
        if (shape.dimension() == 1) {
            return 0.2;
        }
        double gain = name.contains("bbox_pred") ? 0.1 : name.contains("predictor") || name.contains("fpn") ? 0.3 : 1;
        return gain * Math.sqrt(24.0 * shape.get(0) / shape.size());
    }

    private static double offset(String name) {
        if (name.endsWith("running_var")) {
            return 1;
        }
        if (name.endsWith("bn2.weight")) {
            return 0.3;
        }
        return name.endsWith("bn1.weight") || name.endsWith("downsample.1.weight") ? 0.8 : 0;
    }

    /** Uniform in -0.5..0.5, from 32-bit integer arithmetic alone. */
    private static double[] noise(String name, int count) {
        CRC32 hash = new CRC32();
        hash.update(name.getBytes(StandardCharsets.UTF_8));
        double[] noise = new double[count];
        for (int i = 0; i < count; i++) {
            int x = i * 0x9e3779b1 + (int) hash.getValue();
            x = (x ^ x >>> 15) * 0x85ebca77;
            x = (x ^ x >>> 13) * 0xc2b2ae3d;
            x ^= x >>> 16;
            noise[i] = (x >>> 8) / (double) (1 << 24) - 0.5;
        }
        return noise;
    }

    private static double mean(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static float[] floats(JsonArray array) throws JsonException {
        float[] floats = new float[array.size()];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) array.get(i).asDouble();
        }
        return floats;
    }
}
