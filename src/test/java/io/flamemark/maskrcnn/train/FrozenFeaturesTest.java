package io.flamemark.maskrcnn.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.flamemark.dataset.Dataset;
import io.flamemark.dataset.LabelMap;
import io.flamemark.dataset.Sample;
import io.flamemark.geometry.Polygon;
import io.flamemark.imaging.RgbImage;
import io.flamemark.maskrcnn.DetectionTransform;
import io.flamemark.maskrcnn.MaskRcnn;
import io.flamemark.maskrcnn.TinyNetwork;
import io.flamemark.maskrcnn.backbone.ImageBatch;
import io.flamemark.maskrcnn.layers.WayBack;
import io.flamemark.maskrcnn.ops.TorchRuntime;
import io.flamemark.maskrcnn.roi.Truth;
import io.flamemark.run.Augmenting;
import io.flamemark.run.LossBreakdown;
import io.flamemark.run.RunConfig;
import io.flamemark.run.RunDirectory;
import io.flamemark.run.RunEvent;
import io.flamemark.run.RunFixture;
import io.flamemark.run.StopSignal;
import io.flamemark.run.TrainingJob;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrozenFeaturesTest {

    private static final RunConfig.Network NETWORK =
            new RunConfig.Network("resnet18", 16, "group", "scratch", "none", 64, 96, 16, 16, 1, "heads");
    private static final long ROOMY = 1 << 30;

    @TempDir
    Path folder;

    private final RgbImage wide = noise(96, 64);
    private final RgbImage small = noise(64, 64);

    private static RgbImage noise(int width, int height) {
        return new RgbImage(
                width,
                height,
                new Random(width).ints((long) width * height, 0, 1 << 24).toArray());
    }

    private static Example example(String id, boolean mirrored, RgbImage image) {
        return new Example(id, mirrored, image, Truth.none());
    }

    /** The maps of a batch, one after the other. */
    private static float[] maps(MaskRcnn network, StageSource source, Example... examples) {
        try (NDManager scratch = network.parameters().manager().newSubManager()) {
            List<RgbImage> images = Arrays.stream(examples).map(Example::image).toList();
            ImageBatch batch = DetectionTransform.batch(scratch, images);
            List<float[]> levels =
                    TorchRuntime.withoutGradients(() -> source.stages(batch, List.of(examples), WayBack.none()).stream()
                            .map(NDArray::toFloatArray)
                            .toList());
            float[] all =
                    new float[levels.stream().mapToInt(level -> level.length).sum()];
            int at = 0;
            for (float[] level : levels) {
                System.arraycopy(level, 0, all, at, level.length);
                at += level.length;
            }
            return all;
        }
    }

    private static void changeBackbone(MaskRcnn network) {
        TorchRuntime.withoutGradients(() ->
                network.parameters().all().get("backbone.body.conv1.weight").muli(2f));
    }

    @Test
    void anImageIsLookedAtOnceForItsMirrorAndTheSizeOfItsBatch() throws IOException {
        Example one = example("one", false, small);
        Example other = example("other", false, wide);
        try (MaskRcnn network = new MaskRcnn(NETWORK, TinyNetwork.SAMPLING, 2, 5);
                FeatureStore store = FeatureStore.open(folder.resolve("features"), ROOMY)) {
            StageSource direct = StageSource.computed(network);
            FrozenFeatures features = new FrozenFeatures(network, store, "training");
            float[] expected = maps(network, direct, one, other);
            assertArrayEquals(expected, maps(network, features, one, other), 1e-5f);
            float[] alone = maps(network, features, one);
            assertArrayEquals(maps(network, direct, one), alone, 1e-5f);

            changeBackbone(network);
            assertArrayEquals(expected, maps(network, features, one, other), 1e-5f, "remembered, in a batch");
            assertArrayEquals(alone, maps(network, features, one), 0, "remembered, alone");
            Example mirrored = example("one", true, small);
            assertArrayEquals(maps(network, direct, mirrored), maps(network, features, mirrored), 1e-5f, "looked at");
            FrozenFeatures others = new FrozenFeatures(network, store, "validation");
            assertArrayEquals(maps(network, direct, one), maps(network, others, one), 1e-5f, "for another purpose");
        }
        assertFalse(Files.exists(folder.resolve("features")), "nothing is left behind");
    }

    @Test
    void whatDoesNotFitIsComputedEachTime() throws IOException {
        Example one = example("one", false, small);
        try (MaskRcnn network = new MaskRcnn(NETWORK, TinyNetwork.SAMPLING, 2, 5);
                FeatureStore store = FeatureStore.open(folder.resolve("features"), 1000)) {
            FrozenFeatures features = new FrozenFeatures(network, store, "training");
            float[] before = maps(network, features, one);
            changeBackbone(network);
            assertFalse(Arrays.equals(before, maps(network, features, one)));
        }
    }

    @ParameterizedTest
    @CsvSource({"group, auto", "group, bfloat16", "frozen, float32", "frozen, bfloat16"})
    void trainingGoesTheSameWayWithAndWithout(String norm, String precision) throws IOException {
        Sample fire = FireDrawing.write(folder, "fire.png", Polygon.of(30, 90, 50, 30, 80, 90));
        Sample ember = FireDrawing.write(folder, "ember.png", Polygon.of(90, 90, 120, 40, 140, 90));
        Dataset dataset = new Dataset(new LabelMap(List.of("fire")), List.of(fire, ember), List.of(fire), List.of());
        RunConfig.Machine remembering = new RunConfig.Machine(2, 1, "cpu", 100, precision);
        List<RunEvent> with = train("with", norm, dataset, remembering);
        List<RunEvent> without = train("without", norm, dataset, new RunConfig.Machine(2, 1, "cpu", 0, precision));

        assertTrue(texts(with).stream().anyMatch(text -> text.contains("computed once")), texts(with)::toString);
        assertTrue(texts(without).stream().noneMatch(text -> text.contains("computed once")));
        List<LossBreakdown> losses = losses(with);
        assertEquals(8 + 4 * 2, losses.size());
        for (int i = 0; i < losses.size(); i++) {
            assertEquals(losses(without).get(i).total(), losses.get(i).total(), 1e-4, "loss " + i);
        }
    }

    private List<RunEvent> train(String name, String norm, Dataset dataset, RunConfig.Machine machine)
            throws IOException {
        RunConfig config = new RunConfig(
                RunConfig.VERSION,
                "test",
                new RunConfig.Network("resnet18", 16, norm, "scratch", "none", 64, 96, 16, 16, 1, "heads"),
                TinyNetwork.SAMPLING,
                new RunConfig.Optimization("adamw", 4, 2, 2, 1e-3, 0.9, 0, 0, "constant", 5),
                new Augmenting(0.5, 0, 0, 0),
                new RunConfig.Validation(1, 0),
                machine);
        List<RunEvent> events = new ArrayList<>();
        RunDirectory run = RunFixture.folder(folder.resolve(name));
        new MaskRcnnTrainer().train(new TrainingJob(config, dataset, run), new StopSignal(), events::add);
        return events;
    }

    private static List<String> texts(List<RunEvent> events) {
        return events.stream()
                .filter(RunEvent.Notice.class::isInstance)
                .map(event -> ((RunEvent.Notice) event).message())
                .toList();
    }

    /** Of every step, and of every epoch on both parts. */
    private static List<LossBreakdown> losses(List<RunEvent> events) {
        List<LossBreakdown> losses = new ArrayList<>();
        for (RunEvent event : events) {
            if (event instanceof RunEvent.StepMeasured step) {
                losses.add(step.losses());
            } else if (event instanceof RunEvent.EpochMeasured epoch) {
                losses.add(epoch.training());
                losses.add(epoch.validation().orElseThrow());
            }
        }
        return losses;
    }
}
