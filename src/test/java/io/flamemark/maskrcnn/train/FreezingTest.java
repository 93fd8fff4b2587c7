package io.flamemark.maskrcnn.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import io.flamemark.imaging.RgbImage;
import io.flamemark.maskrcnn.DetectionTransform;
import io.flamemark.maskrcnn.MaskRcnn;
import io.flamemark.maskrcnn.TinyNetwork;
import io.flamemark.maskrcnn.layers.WayBack;
import io.flamemark.run.RunConfig;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each choice of stages trains what it names and leaves everything else alone, statistics of batch norm included. */
class FreezingTest {

    private static final RunConfig.Optimization SGD =
            new RunConfig.Optimization("sgd", 1, 1, 1, 0.1, 0.9, 0.01, 0, "constant", 5);
    private static final RunConfig.Tuning DECAY_ALL =
            new RunConfig.Tuning(false, true, 1, 1, 0.001, 0.667, 0.889, 0.1, 0.01);

    /** Batch norm, whose statistics move without a gradient, and a width for quick tests. */
    private static MaskRcnn network(String norm, String stages) {
        RunConfig.Network network =
                new RunConfig.Network("resnet18", 16, norm, "scratch", "none", 64, 64, 16, 16, 1, stages);
        return new MaskRcnn(network, TinyNetwork.SAMPLING, 2, 3);
    }

    private static List<Example> examples() {
        Random random = new Random(3);
        int[] rgb = random.ints(64 * 64, 0, 1 << 24).toArray();
        return List.of(new Example(
                "noise", false, new RgbImage(64, 64, rgb), TinyNetwork.truths().get(0)));
    }

    @ParameterizedTest
    @CsvSource({
        "heads, fpn rpn roi_heads",
        "5+, layer4 fpn rpn roi_heads",
        "4+, layer3 layer4 fpn rpn roi_heads",
        "3+, layer2 layer3 layer4 fpn rpn roi_heads",
        "all, conv1 bn1 layer1 layer2 layer3 layer4 fpn rpn roi_heads"
    })
    void whatIsNamedChangesAndNothingElse(String stages, String parts) {
        try (MaskRcnn network = network("batch", stages);
                Optimizer optimizer = Optimizer.create(SGD, DECAY_ALL, network.parameters())) {
            TinyNetwork.wakeBlocks(network.parameters());
            Map<String, float[]> before = TinyNetwork.values(network);
            new TrainingStep(network, optimizer, 5).take(1, List.of(examples()), 0.1, new Random(1));
            Map<String, float[]> after = TinyNetwork.values(network);

            TreeSet<String> changed = new TreeSet<>();
            TreeSet<String> expected = new TreeSet<>();
            for (String name : before.keySet()) {
                String part =
                        name.split("\\.")[name.startsWith("backbone.body.") ? 2 : name.startsWith("backbone.") ? 1 : 0];
                if (!Arrays.equals(before.get(name), after.get(name))) {
                    changed.add(name);
                }
                if (List.of(parts.split(" ")).contains(part)) {
                    expected.add(name);
                }
            }
            assertEquals(expected, changed);
            assertEquals(
                    new TreeSet<>(network.parameters().trainable().keySet()),
                    new TreeSet<>(optimizer.state().keySet()),
                    "the optimizer remembers what trains alone");
        }
    }

    @Test
    void theResidualNetworkAloneHasTheBackbonesRate() {
        RunConfig.Tuning tenth = new RunConfig.Tuning(false, true, 0.1, 1, 0.001, 0.667, 0.889, 0.1, 0.01);
        try (MaskRcnn network = network("group", "all")) {
            for (WeightGroup group : WeightGroup.of(SGD, tenth, network.parameters())) {
                group.weights()
                        .keySet()
                        .forEach(name -> assertEquals(name.startsWith("backbone.body.") ? 0.1 : 1, group.rate(), name));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"heads, 4", "5+, 3", "4+, 2", "3+, 1", "all, 0"})
    void nothingIsRecordedBelowTheFirstStageThatTrains(String stages, int frozen) {
        for (String norm : List.of("group", "frozen")) {
            try (MaskRcnn network = network(norm, stages);
                    NDManager scratch = network.parameters().manager().newSubManager();
                    GradientCollector collector = Engine.getInstance().newGradientCollector()) {
                List<RgbImage> images = examples().stream().map(Example::image).toList();
                List<NDArray> outputs =
                        network.stages(DetectionTransform.batch(scratch, images).pixels(), WayBack.none());
                for (NDArray output : outputs.subList(0, frozen)) {
                    assertThrows(EngineException.class, () -> collector.backward(output.sum()), norm);
                }
                if (frozen < outputs.size()) {
                    collector.backward(outputs.get(frozen).sum());
                }
            }
        }
    }
}
