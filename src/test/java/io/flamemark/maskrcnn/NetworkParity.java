package io.flamemark.maskrcnn;

import static io.flamemark.maskrcnn.Reference.assertClose;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import io.flamemark.detection.Detection;
import io.flamemark.detection.Detections;
import io.flamemark.geometry.Box;
import io.flamemark.geometry.Mask;
import io.flamemark.geometry.Point;
import io.flamemark.geometry.Polygon;
import io.flamemark.imaging.RgbImage;
import io.flamemark.maskrcnn.backbone.ImageBatch;
import io.flamemark.maskrcnn.layers.WayBack;
import io.flamemark.maskrcnn.ops.TorchRuntime;
import io.flamemark.maskrcnn.roi.Truth;
import io.flamemark.run.LossBreakdown;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Runs a network and compares it with what torchvision's did. */
final class NetworkParity {

    /** In torchvision's order. */
    private static final List<String> LOSSES = List.of("objectness", "boxes of proposals", "classes", "boxes", "masks");

    private NetworkParity() {}

    /** The same boxes, labels and order, scores to 1e-4, and masks equal on 99.9 % of the pixels of the image. */
    static void assertFinds(Reference expected, String prefix, MaskRcnn network, RgbImage image) {
        List<Detection> found = detect(network, image).all();
        assertArrayEquals(
                expected.ints(prefix + "labels"),
                found.stream().mapToInt(Detection::label).toArray());
        float[] scores = expected.floats(prefix + "scores");
        float[] boxes = new float[4 * found.size()];
        for (int i = 0; i < found.size(); i++) {
            assertEquals(scores[i], found.get(i).score(), 1e-4, "score " + i);
            put(found.get(i).box(), boxes, i);
            BitSet pixels = expected.pixels(prefix + "masks", i, image.rgb().length);
            double unequal = unequalShare(pixels, found.get(i).mask(), image);
            assertTrue(unequal <= 1e-3, "mask " + i + " differs on " + 100 * unequal + " % of the pixels");
        }
        assertClose(expected.floats(prefix + "boxes"), boxes, 1e-4, "box edge");
    }

    static Detections detect(MaskRcnn network, RgbImage image) {
        try (NDManager scratch = network.parameters().manager().newSubManager()) {
            return TorchRuntime.withoutGradients(
                    () -> network.forward(scratch, List.of(image)).get(0));
        }
    }

    private static void put(Box box, float[] boxes, int index) {
        boxes[4 * index] = (float) box.x1();
        boxes[4 * index + 1] = (float) box.y1();
        boxes[4 * index + 2] = (float) box.x2();
        boxes[4 * index + 3] = (float) box.y2();
    }

    private static double unequalShare(BitSet expected, Mask mask, RgbImage image) {
        BitSet difference = mask.cropped(0, 0, image.width(), image.height()).toBitSet();
        difference.xor(expected);
        return (double) difference.cardinality() / image.rgb().length;
    }

    /** The five losses on images of the network's size, in torchvision's order; leaves gradients behind. */
    static float[] learn(MaskRcnn network, List<RgbImage> images, List<Truth> truths) {
        try (NDManager step = network.parameters().manager().newSubManager();
                GradientCollector collector = Engine.getInstance().newGradientCollector()) {
            ImageBatch batch = DetectionTransform.batch(step, images);
            WayBack wayBack = WayBack.of(collector);
            LossBreakdown values = network.learn(
                    batch, network.stages(batch.pixels(), wayBack), truths, new FixedPermutation(), wayBack);
            wayBack.finish();
            return new float[] {
                (float) values.objectness(),
                (float) values.rpnBoxRegression(),
                (float) values.classifier(),
                (float) values.boxRegression(),
                (float) values.mask()
            };
        }
    }

    /** Each of the five losses within 1e-4 of itself; one that is 0 must be 0. */
    static void assertLosses(float[] expected, float[] actual) {
        assertEquals(LOSSES.size(), expected.length);
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], actual[i], 1e-4 * Math.abs(expected[i]), LOSSES.get(i));
        }
    }

    /** Objects of one outline each. */
    static Truth truth(int[] labels, Polygon... outlines) {
        float[] boxes = new float[4 * outlines.length];
        List<List<Polygon>> parts = new ArrayList<>();
        for (int i = 0; i < outlines.length; i++) {
            List<Point> points = outlines[i].vertices();
            put(Box.around(points), boxes, i);
            parts.add(List.of(outlines[i]));
        }
        return new Truth(boxes, labels, parts);
    }

    /**
     * The weights whose gradient is off by more than 1e-4 of its length, and by how much. Where the reference knows how
     * far torchvision's own gradients are off by rounding, twice as far is allowed.
     */
    static Set<String> differingGradients(Reference expected, MaskRcnn network) {
        double rounding = expected.names().contains("rounding") ? expected.floats("rounding")[0] : 0;
        Set<String> differing = new TreeSet<>();
        network.parameters().trainable().forEach((name, weight) -> {
            double error = relativeError(expected.floats("gradient." + name), weight.getGradient());
            if (!(error < Math.max(1e-4, 2 * rounding))) {
                differing.add(name + " by " + error);
            }
        });
        return differing;
    }

    private static double relativeError(float[] expected, NDArray actual) {
        float[] values = actual.toFloatArray();
        double difference = 0;
        double length = 0;
        for (int i = 0; i < expected.length; i++) {
            difference += Math.pow(values[i] - expected[i], 2);
            length += Math.pow(expected[i], 2);
        }
        return Math.sqrt(difference / length);
    }
}
