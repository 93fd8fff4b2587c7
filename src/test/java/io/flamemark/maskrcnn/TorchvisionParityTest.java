package io.flamemark.maskrcnn;

import static io.flamemark.maskrcnn.Reference.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import io.flamemark.detection.Detection;
import io.flamemark.detection.Detections;
import io.flamemark.geometry.Point;
import io.flamemark.geometry.Polygon;
import io.flamemark.imaging.RgbImage;
import io.flamemark.maskrcnn.ops.TorchRuntime;
import io.flamemark.maskrcnn.roi.Truth;
import io.flamemark.run.LossBreakdown;
import io.flamemark.run.RunConfig;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The whole network against torchvision's on narrow backbones, with the same weights from the same formula and the same
 * samples; the values come from {@code src/test/reference/network.py}.
 */
class TorchvisionParityTest {

    private static final int BLOCK = 7;
    private static final int CLASSES = 4;

    /** Fewer than torchvision's: with thousands of proposals some are so alike that a rounding swaps them. */
    private static final RunConfig.Sampling SAMPLING =
            new RunConfig.Sampling(256, 400, 120, 64, 0.25, 30, 0.05, 0.5);

    private static MaskRcnn network(String backbone, Reference expected) {
        MaskRcnn network = MaskRcnn.blank(
                new RunConfig.Network(backbone, 6, "frozen", "torchvision", "none", 128, 192, 16, 32, 2, "all"),
                SAMPLING,
                CLASSES);
        Formula.fill(network.parameters());
        network.parameters()
                .all()
                .get("roi_heads.box_predictor.cls_score.bias")
                .set(expected.floats("cls_score.bias"));
        return network;
    }

    @ParameterizedTest
    @ValueSource(strings = {"resnet18", "resnet34", "resnet50", "resnet101"})
    void findsWhatTorchvisionFinds(String backbone) {
        Reference expected = Reference.of("network-" + backbone + ".safetensors");
        try (MaskRcnn network = network(backbone, expected)) {
            assertFinds(expected, "", network, Formula.image("photograph" + salt(expected, ""), 150, 110, BLOCK));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"resnet18", "resnet34", "resnet50", "resnet101"})
    void learnsAsTorchvisionDoes(String backbone) {
        Reference expected = Reference.of("network-" + backbone + ".safetensors");
        List<RgbImage> images = List.of(
                Formula.image("first", 160, 128, BLOCK), Formula.image("second", 128, 128, BLOCK));
        List<Truth> truths = List.of(
                truth(
                        new int[] {1, 3},
                        Polygon.of(20.2, 15.4, 97.6, 9.3, 120.7, 88.1, 41.3, 101.9),
                        Polygon.of(100.4, 60.2, 158.8, 60.2, 158.8, 126.3, 100.4, 126.3)),
                truth(new int[] {2}, Polygon.of(3.3, 70.6, 60.1, 44.7, 66.2, 110.8)));
        try (MaskRcnn network = network(backbone, expected)) {
            assertClose(expected.floats("losses"), learn(network, images, truths), 1e-4, "loss");
            Set<String> differing = new TreeSet<>();
            network.parameters().trainable().forEach((name, weight) -> {
                double error = relativeError(expected.floats("gradient." + name), weight.getGradient());
                if (!(error < 1e-4)) {
                    differing.add(name + " by " + error);
                }
            });
            assertEquals(Set.of(), differing);
            assertEquals(
                    expected.names().stream()
                            .filter(name -> name.startsWith("gradient."))
                            .collect(Collectors.toSet()),
                    network.parameters().trainable().keySet().stream()
                            .map("gradient."::concat)
                            .collect(Collectors.toSet()));
        }
    }

    @ParameterizedTest
    @CsvSource({"empty, 160, 128", "border, 160, 128", "pixel, 160, 128", "hundred, 160, 128", "long, 192, 9"})
    void oddImagesAreAsInTorchvision(String name, int width, int height) {
        Reference expected = Reference.of("network-resnet18.safetensors");
        int[][] boxes = oddBoxes(name);
        Truth truth = truth(
                IntStream.range(0, boxes.length).map(i -> 1 + i % 3).toArray(),
                Arrays.stream(boxes)
                        .map(b -> Polygon.of(b[0], b[1], b[2], b[1], b[2], b[3], b[0], b[3]))
                        .toArray(Polygon[]::new));
        try (MaskRcnn network = network("resnet18", expected)) {
            float[] losses = learn(network, List.of(Formula.image(name, width, height, BLOCK)), List.of(truth));
            assertClose(expected.floats(name + ".losses"), losses, 1e-4, "loss");
            network.parameters()
                    .trainable()
                    .forEach((key, weight) -> assertTrue(
                            Float.isFinite(weight.getGradient().abs().max().getFloat()), key));
            RgbImage image = Formula.image(name + salt(expected, name + "."), width, height, BLOCK);
            assertFinds(expected, name + ".", network, image);
        }
    }

    private static int[][] oddBoxes(String name) {
        return switch (name) {
            case "border" -> new int[][] {{0, 0, 160, 40}, {0, 20, 30, 128}, {130, 90, 160, 128}};
            case "pixel" -> new int[][] {{77, 51, 78, 52}};
            case "hundred" ->
                IntStream.range(0, 100)
                        .mapToObj(i -> new int[] {
                            16 * (i % 10) + 1, 12 * (i / 10) + 3, 16 * (i % 10) + 13, 12 * (i / 10) + 14
                        })
                        .toArray(int[][]::new);
            case "long" -> new int[][] {{20, 1, 90, 8}};
            default -> new int[0][];
        };
    }

    @Test
    void aBoxWithoutAreaTeachesNothingWrong() {
        Reference expected = Reference.of("network-resnet18.safetensors");
        Truth flat = new Truth(
                new float[] {40, 50, 40, 90, 10, 10, 10, 10},
                new int[] {1, 2},
                List.of(List.of(Polygon.of(40, 50, 40, 90)), List.of(Polygon.of(10, 10))));
        try (MaskRcnn network = network("resnet18", expected)) {
            float[] losses = learn(network, List.of(Formula.image("empty", 160, 128, BLOCK)), List.of(flat));
            for (float loss : losses) {
                assertTrue(Float.isFinite(loss), Arrays.toString(losses));
            }
            assertEquals(0, losses[1], "no anchor matches a line or a point");
            assertEquals(0, losses[3], "and no box");
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1, 300", "300, 1"})
    void theSmallestAndThinnestImagesAreSeen(int width, int height) {
        Reference expected = Reference.of("network-resnet18.safetensors");
        try (MaskRcnn network = network("resnet18", expected);
                NDManager scratch = network.parameters().manager().newSubManager()) {
            List<RgbImage> images = List.of(Formula.image("odd", width, height, 1));
            Detections found = TorchRuntime.withoutGradients(
                    () -> network.forward(scratch, images).get(0));
            for (Detection detection : found.all()) {
                assertTrue(detection.score() >= 0.05 && detection.score() <= 1);
                assertTrue(detection.box().x2() <= width + 1e-4, detection.box().toString());
            }
        }
    }

    private static int salt(Reference expected, String prefix) {
        return expected.ints(prefix + "salt")[0];
    }

    /** The five losses, in torchvision's order; leaves gradients behind. */
    private static float[] learn(MaskRcnn network, List<RgbImage> images, List<Truth> truths) {
        try (NDManager step = network.parameters().manager().newSubManager();
                GradientCollector collector = Engine.getInstance().newGradientCollector()) {
            NetworkLosses losses =
                    network.losses(DetectionTransform.batch(step, images), truths, new FixedPermutation());
            collector.backward(losses.total());
            LossBreakdown values = losses.values();
            return new float[] {
                (float) values.objectness(),
                (float) values.rpnBoxRegression(),
                (float) values.classifier(),
                (float) values.boxRegression(),
                (float) values.mask()
            };
        }
    }

    private static Truth truth(int[] labels, Polygon... outlines) {
        float[] boxes = new float[4 * outlines.length];
        List<List<Polygon>> parts = new ArrayList<>();
        for (int i = 0; i < outlines.length; i++) {
            List<Point> points = outlines[i].vertices();
            boxes[4 * i] = (float) points.stream().mapToDouble(Point::x).min().orElseThrow();
            boxes[4 * i + 1] = (float) points.stream().mapToDouble(Point::y).min().orElseThrow();
            boxes[4 * i + 2] = (float) points.stream().mapToDouble(Point::x).max().orElseThrow();
            boxes[4 * i + 3] = (float) points.stream().mapToDouble(Point::y).max().orElseThrow();
            parts.add(List.of(outlines[i]));
        }
        return new Truth(boxes, labels, parts);
    }

    /** The length of the difference as a share of the length of what is expected. */
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

    private static void assertFinds(Reference expected, String prefix, MaskRcnn network, RgbImage image) {
        Detections found;
        try (NDManager scratch = network.parameters().manager().newSubManager()) {
            found = TorchRuntime.withoutGradients(
                    () -> network.forward(scratch, List.of(image)).get(0));
        }
        DetectionParity.assertSame(expected, prefix, found, image);
    }
}
