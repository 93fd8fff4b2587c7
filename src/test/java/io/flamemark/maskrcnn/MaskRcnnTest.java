package io.flamemark.maskrcnn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import io.flamemark.detection.Detection;
import io.flamemark.detection.Detections;
import io.flamemark.geometry.Box;
import io.flamemark.geometry.Polygon;
import io.flamemark.imaging.RgbImage;
import io.flamemark.maskrcnn.backbone.ImageBatch;
import io.flamemark.maskrcnn.layers.WayBack;
import io.flamemark.maskrcnn.ops.Precision;
import io.flamemark.maskrcnn.ops.TorchRuntime;
import io.flamemark.maskrcnn.roi.Truth;
import io.flamemark.run.LossBreakdown;
import io.flamemark.run.RunConfig;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskRcnnTest {

    @Test
    void everyWeightHasAGradient() {
        try (MaskRcnn network = TinyNetwork.create();
                NDManager scratch = network.parameters().manager().newSubManager()) {
            TinyNetwork.wakeBlocks(network.parameters());
            backward(network, scratch, TinyNetwork.truths());
            List<String> without = new ArrayList<>();
            network.parameters().trainable().forEach((name, weight) -> {
                float largest = weight.getGradient().abs().max().getFloat();
                if (!(largest > 0) || Float.isInfinite(largest)) {
                    without.add(name + " " + largest);
                }
            });
            assertEquals(List.of(), without);
        }
    }

    @Test
    void gradientsDoNotDependOnTheGarbageCollector() {
        try (MaskRcnn network = TinyNetwork.create();
                NDManager scratch = network.parameters().manager().newSubManager()) {
            NDArray weight = network.parameters().all().get("backbone.body.conv1.weight");
            backward(network, scratch, TinyNetwork.truths());
            float[] expected = weight.getGradient().toFloatArray();
            weight.getGradient().subi(weight.getGradient());
            try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
                learn(network, scratch, TinyNetwork.truths(), new Littering(collector));
            }
            assertArrayEquals(expected, weight.getGradient().toFloatArray(), 0);
        }
    }

    /** Before each way back the memory that Java has let go is filled with something else. */
    private record Littering(GradientCollector collector) implements GradientCollector {

        @Override
        public void backward(NDArray target) {
            fillFreedMemory();
            collector.backward(target);
        }

        @Override
        public void zeroGradients() {
            collector.zeroGradients();
        }

        @Override
        public void close() {
            collector.close();
        }
    }

    /** Gives the memory of whatever Java has let go to buffers full of nonsense. */
    private static void fillFreedMemory() {
        System.gc();
        List<ByteBuffer> nonsense = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            ByteBuffer buffer = ByteBuffer.allocateDirect(4 << (i % 8));
            while (buffer.hasRemaining()) {
                buffer.put((byte) 0x7f);
            }
            nonsense.add(buffer);
        }
        assertEquals(2000, nonsense.size());
    }

    @Test
    void anImageWithoutObjectsHasFiniteLossesAndNoBoxOrMaskLoss() {
        try (MaskRcnn network = TinyNetwork.create();
                NDManager scratch = network.parameters().manager().newSubManager()) {
            LossBreakdown losses = backward(network, scratch, List.of(Truth.none(), Truth.none()));
            assertTrue(losses.isFinite());
            assertTrue(losses.classifier() > 0);
            assertEquals(0, losses.mask());
            assertEquals(0, losses.boxRegression());
            assertEquals(0, losses.rpnBoxRegression());
        }
    }

    static List<Truth> oddTruths() {
        Polygon[] hundred = IntStream.range(0, 100)
                .mapToObj(i -> square(i % 10 * 6 + 1, i / 10 * 6 + 1, 4))
                .toArray(Polygon[]::new);
        return List.of(
                NetworkParity.truth(new int[] {1}, Polygon.of(10, 20, 10, 40)),
                NetworkParity.truth(new int[] {1}, Polygon.of(30, 30)),
                NetworkParity.truth(new int[] {1}, square(31, 17, 1)),
                NetworkParity.truth(new int[] {1, 1}, square(0, 0, 20), square(44, 40, 20)),
                NetworkParity.truth(IntStream.range(0, 100).map(i -> 1).toArray(), hundred),
                NetworkParity.truth(new int[] {1}, Polygon.of(0, 0, 64, 0, 64, 3, 0, 3)));
    }

    private static Polygon square(double x, double y, double side) {
        return Polygon.of(x, y, x + side, y, x + side, y + side, x, y + side);
    }

    @ParameterizedTest
    @MethodSource("oddTruths")
    void oddObjectsLeaveLossesAndGradientsFinite(Truth odd) {
        try (MaskRcnn network = TinyNetwork.create();
                NDManager scratch = network.parameters().manager().newSubManager()) {
            LossBreakdown losses = backward(network, scratch, List.of(odd, Truth.none()));
            assertTrue(losses.isFinite(), losses.toString());
            network.parameters().trainable().forEach((name, weight) -> {
                float largest = weight.getGradient().abs().max().getFloat();
                assertTrue(Float.isFinite(largest), name);
            });
        }
    }

    @Test
    void detectionsLieInsideTheirImage() {
        try (MaskRcnn network = TinyNetwork.create();
                NDManager scratch = network.parameters().manager().newSubManager()) {
            List<RgbImage> images = List.of(Formula.image("wide", 91, 60, 5), Formula.image("tall", 40, 70, 5));
            List<Detections> found = TorchRuntime.withoutGradients(() -> network.forward(scratch, images));
            assertEquals(2, found.size());
            assertTrue(found.get(0).size() > 0 && found.get(0).size() <= TinyNetwork.SAMPLING.detectionsPerImage());
            for (int i = 0; i < 2; i++) {
                RgbImage image = images.get(i);
                for (Detection detection : found.get(i).all()) {
                    Box box = detection.box();
                    assertTrue(box.x1() >= 0 && box.x2() <= image.width() + 1e-4, box.toString());
                    assertTrue(box.y1() >= 0 && box.y2() <= image.height() + 1e-4, box.toString());
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"resnet18", "resnet34", "resnet50", "resnet101"})
    void namesAndShapesAreTorchvisions(String backbone) throws IOException {
        RunConfig.Network network = RunConfig.Network.torchvision(backbone, "none");
        Set<String> ours = new TreeSet<>();
        try (MaskRcnn maskRcnn = MaskRcnn.blank(network, TinyNetwork.SAMPLING, 91)) {
            maskRcnn.parameters()
                    .all()
                    .forEach((name, array) -> ours.add(backbone + " " + name + " "
                            + LongStream.of(array.getShape().getShape())
                                    .mapToObj(Long::toString)
                                    .collect(Collectors.joining(" "))));
            Set<String> trained = maskRcnn.parameters().trainable().keySet();
            assertFalse(trained.contains("backbone.body.layer1.0.conv1.weight"));
            assertTrue(trained.contains("backbone.body.layer2.0.conv1.weight"));
        }
        try (InputStream names = MaskRcnnTest.class.getResourceAsStream("names.txt")) {
            Set<String> torchvisions = new String(names.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith(backbone + " "))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertEquals(torchvisions, ours);
        }
    }

    @Test
    void halvedFactorsChangeTheLossesByAPercentAtMost() {
        double[] totals = new double[2];
        for (Precision precision : Precision.values()) {
            try (MaskRcnn network = new MaskRcnn(TinyNetwork.NETWORK, TinyNetwork.SAMPLING, 2, 7, precision);
                    NDManager scratch = network.parameters().manager().newSubManager()) {
                totals[precision.ordinal()] =
                        backward(network, scratch, TinyNetwork.truths()).total();
            }
        }
        assertEquals(totals[0], totals[1], 0.01 * totals[0]);
        assertNotEquals(totals[0], totals[1], "they were halved");
    }

    private static LossBreakdown backward(MaskRcnn network, NDManager scratch, List<Truth> truths) {
        try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
            return learn(network, scratch, truths, collector);
        }
    }

    private static LossBreakdown learn(
            MaskRcnn network, NDManager scratch, List<Truth> truths, GradientCollector collector) {
        ImageBatch batch = TinyNetwork.batch(scratch);
        WayBack wayBack = WayBack.of(collector);
        LossBreakdown losses =
                network.learn(batch, network.stages(batch.pixels(), wayBack), truths, new Random(1), wayBack);
        wayBack.finish();
        return losses;
    }
}
