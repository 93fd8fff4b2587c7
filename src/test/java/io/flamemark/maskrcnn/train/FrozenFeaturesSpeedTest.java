package io.flamemark.maskrcnn.train;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.OperatingSystemMXBean;
import io.flamemark.geometry.Polygon;
import io.flamemark.imaging.RgbImage;
import io.flamemark.maskrcnn.MaskRcnn;
import io.flamemark.maskrcnn.roi.Truth;
import io.flamemark.run.RunConfig;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What remembering frozen features saves: the steps of an epoch with and without, in turn, in seconds of the clock and
 * of the processor. The wider the pyramid and the heads, which train either way, the less it is.
 */
@Tag("full")
class FrozenFeaturesSpeedTest {

    private static final int BATCHES = 4;
    private static final int ROUNDS = 3;
    private static final double NANOS = 1e9;

    private record Time(double clock, double processor) {

        static Time now() {
            OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
            return new Time(System.nanoTime() / NANOS, system.getProcessCpuTime() / NANOS);
        }

        Time since(Time before) {
            return new Time(clock - before.clock, processor - before.processor);
        }

        Time plus(Time other) {
            return new Time(clock + other.clock, processor + other.processor);
        }
    }

    @ParameterizedTest
    @CsvSource({
        // A ResNet-50 under a pyramid and heads of the width of the presets quick and balanced, and of torchvision's.
        "quick, 256, 64, 256, 2, 64, 0.5",
        "quick, 512, 64, 256, 2, 64, 0.5",
        "balanced, 256, 128, 512, 4, 128, 1.0",
        "torchvision, 256, 256, 1024, 4, 512, 1.1"
    })
    void saves(
            String name,
            int size,
            int channels,
            int headWidth,
            int maskLayers,
            int regions,
            double most,
            @TempDir Path folder)
            throws IOException {
        RunConfig.Network shape = new RunConfig.Network(
                "resnet50", 64, "frozen", "torchvision", "none", size, size, channels, headWidth, maskLayers, "heads");
        RunConfig.Sampling sampling = new RunConfig.Sampling(256, 1000, 500, regions, 0.25, 50, 0.05, 0.5);
        RunConfig.Optimization sgd = new RunConfig.Optimization("sgd", 1, 1, 2, 1e-4, 0.9, 0, 0, "constant", 5);
        try (MaskRcnn network = new MaskRcnn(shape, sampling, 2, 1);
                Optimizer optimizer = Optimizer.create(sgd, RunConfig.Tuning.USUAL, network.parameters());
                FeatureStore store = FeatureStore.open(folder.resolve("features"), Long.MAX_VALUE)) {
            TrainingStep without = new TrainingStep(network, optimizer, 5);
            TrainingStep with = new TrainingStep(network, optimizer, 5, new FrozenFeatures(network, store, "training"));
            List<List<Example>> batches = batches(size);
            epoch(without, batches.subList(0, 1));
            Time first = epoch(with, batches);
            Time direct = new Time(0, 0);
            Time remembered = new Time(0, 0);
            for (int round = 0; round < ROUNDS; round++) {
                direct = direct.plus(epoch(without, batches));
                remembered = remembered.plus(epoch(with, batches));
            }
            double ratio = remembered.processor / direct.processor;
            String report = String.format(
                    Locale.ROOT,
                    "%s at %d: epoch of %d batches of 2 without %.2f s (%.2f s of the processor), first with %.2f s,"
                            + " with %.2f s (%.2f s); ratio %.2f by the clock, %.2f of the processor",
                    name,
                    size,
                    BATCHES,
                    direct.clock / ROUNDS,
                    direct.processor / ROUNDS,
                    first.clock,
                    remembered.clock / ROUNDS,
                    remembered.processor / ROUNDS,
                    remembered.clock / direct.clock,
                    ratio);
            System.getLogger(getClass().getName()).log(System.Logger.Level.INFO, report);
            assertTrue(ratio <= most, report);
        }
    }

    private static Time epoch(TrainingStep step, List<List<Example>> batches) {
        Time before = Time.now();
        for (int i = 0; i < batches.size(); i++) {
            step.take(i + 1, List.of(batches.get(i)), 1e-4, new Random(i));
        }
        return Time.now().since(before);
    }

    private static List<List<Example>> batches(int size) {
        List<List<Example>> batches = new ArrayList<>();
        float s = size;
        Polygon outline = Polygon.of(0.3 * s, 0.3 * s, 0.6 * s, 0.3 * s, 0.6 * s, 0.7 * s, 0.3 * s, 0.7 * s);
        Truth truth = new Truth(
                new float[] {0.3f * s, 0.3f * s, 0.6f * s, 0.7f * s}, new int[] {1}, List.of(List.of(outline)));
        for (int i = 0; i < BATCHES; i++) {
            List<Example> batch = new ArrayList<>();
            for (int j = 0; j < 2; j++) {
                int[] rgb = new Random(2L * i + j)
                        .ints((long) size * size, 0, 1 << 24)
                        .toArray();
                batch.add(new Example(i + "." + j, j == 1, new RgbImage(size, size, rgb), truth));
            }
            batches.add(batch);
        }
        return batches;
    }
}
