package io.flamemark.maskrcnn;

import static io.flamemark.maskrcnn.NetworkParity.assertFinds;
import static io.flamemark.maskrcnn.NetworkParity.assertLosses;
import static io.flamemark.maskrcnn.NetworkParity.differingGradients;
import static io.flamemark.maskrcnn.NetworkParity.learn;
import static io.flamemark.maskrcnn.NetworkParity.truth;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.flamemark.detection.Detection;
import io.flamemark.detection.Detections;
import io.flamemark.geometry.Polygon;
import io.flamemark.imaging.RgbImage;
import io.flamemark.maskrcnn.layers.Parameters;
import io.flamemark.maskrcnn.roi.Truth;
import io.flamemark.run.RunConfig;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
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
    private static final RunConfig.Sampling SAMPLING = new RunConfig.Sampling(256, 400, 120, 64, 0.25, 30, 0.05, 0.5);

    private static MaskRcnn network(String backbone, Reference expected) {
        return network(backbone, expected, SAMPLING);
    }

    private static MaskRcnn network(String backbone, Reference expected, RunConfig.Sampling sampling) {
        MaskRcnn network = MaskRcnn.blank(
                new RunConfig.Network(backbone, 6, "frozen", "torchvision", "none", 128, 192, 16, 32, 2, "all"),
                sampling,
                CLASSES);
        Formula.fill(network.parameters());
        Parameters.fill(
                network.parameters().all().get("roi_heads.box_predictor.cls_score.bias"),
                expected.floats("cls_score.bias"));
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
        int salt = salt(expected, "learn.");
        List<RgbImage> images = List.of(
                Formula.image("first" + salt, 160, 128, BLOCK), Formula.image("second" + salt, 128, 128, BLOCK));
        List<Truth> truths = List.of(
                truth(
                        new int[] {1, 3},
                        Polygon.of(20.2, 15.4, 97.6, 9.3, 120.7, 88.1, 41.3, 101.9),
                        Polygon.of(100.4, 60.2, 158.8, 60.2, 158.8, 126.3, 100.4, 126.3)),
                truth(new int[] {2}, Polygon.of(3.3, 70.6, 60.1, 44.7, 66.2, 110.8)));
        try (MaskRcnn network = network(backbone, expected)) {
            assertLosses(expected.floats("losses"), learn(network, images, truths));
            assertEquals(Set.of(), differingGradients(expected, network));
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
        try (MaskRcnn network = network("resnet18", expected)) {
            float[] losses =
                    learn(network, List.of(Formula.image(name, width, height, BLOCK)), List.of(oddTruth(name)));
            assertLosses(expected.floats(name + ".losses"), losses);
            network.parameters()
                    .trainable()
                    .forEach((key, weight) -> assertTrue(
                            Float.isFinite(weight.getGradient().abs().max().getFloat()), key));
            RgbImage image = Formula.image(name + salt(expected, name + "."), width, height, BLOCK);
            assertFinds(expected, name + ".", network, image);
        }
    }

    /** So many masks that they are drawn in parts. */
    @Test
    void aCrowdTeachesAndIsFoundAsInTorchvision() {
        Reference expected = Reference.of("network-crowd.safetensors");
        RunConfig.Sampling all = new RunConfig.Sampling(256, 400, 120, 512, 0.25, 100, 0.05, 0.5);
        try (MaskRcnn network = network("resnet18", expected, all)) {
            String name = "hundred" + salt(expected, "learn.");
            List<RgbImage> images = List.of(Formula.image(name, 160, 128, BLOCK));
            assertLosses(expected.floats("losses"), learn(network, images, List.of(oddTruth("hundred"))));
            assertEquals(Set.of(), differingGradients(expected, network));
            assertEquals(79, expected.ints("labels").length);
            assertFinds(expected, "", network, Formula.image("crowd" + salt(expected, ""), 150, 110, BLOCK));
        }
    }

    private static Truth oddTruth(String name) {
        int[][] boxes = oddBoxes(name);
        return truth(
                IntStream.range(0, boxes.length).map(i -> 1 + i % 3).toArray(),
                Arrays.stream(boxes)
                        .map(b -> Polygon.of(b[0], b[1], b[2], b[1], b[2], b[3], b[0], b[3]))
                        .toArray(Polygon[]::new));
    }

    private static int[][] oddBoxes(String name) {
        return switch (name) {
            case "border" -> new int[][] {{0, 0, 160, 40}, {0, 20, 30, 128}, {130, 90, 160, 128}};
            case "pixel" -> new int[][] {{77, 51, 78, 52}};
            case "hundred" ->
                IntStream.range(0, 100)
                        .mapToObj(i ->
                                new int[] {16 * (i % 10) + 1, 12 * (i / 10) + 3, 16 * (i % 10) + 13, 12 * (i / 10) + 14
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
        try (MaskRcnn network = network("resnet18", expected)) {
            Detections found = NetworkParity.detect(network, Formula.image("odd", width, height, 1));
            assertTrue(found.size() > 0);
            for (Detection detection : found.all()) {
                assertTrue(detection.score() >= 0.05 && detection.score() <= 1);
                assertTrue(detection.box().x2() <= width + 1e-4, detection.box().toString());
            }
        }
    }

    private static int salt(Reference expected, String prefix) {
        return expected.ints(prefix + "salt")[0];
    }
}
