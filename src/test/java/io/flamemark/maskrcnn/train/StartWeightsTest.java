package io.flamemark.maskrcnn.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.types.Shape;
import io.flamemark.dataset.Dataset;
import io.flamemark.dataset.LabelMap;
import io.flamemark.maskrcnn.layers.Initializer;
import io.flamemark.maskrcnn.layers.Parameters;
import io.flamemark.maskrcnn.ops.TorchRuntime;
import io.flamemark.run.Augmenting;
import io.flamemark.run.RunConfig;
import io.flamemark.run.RunDirectory;
import io.flamemark.run.RunEvent;
import io.flamemark.run.TrainingException;
import io.flamemark.run.TrainingJob;
import io.flamemark.weights.PyTorchWriter;
import io.flamemark.weights.SafetensorsWriter;
import io.flamemark.weights.Tensor;
import io.flamemark.weights.TensorFile;
import io.flamemark.weights.TensorShape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A training's start weights")
class StartWeightsTest {

    private static final String BODY = "backbone.body.conv1.weight";
    private static final String SCORE = "roi_heads.box_predictor.cls_score.bias";

    @TempDir
    Path folder;

    private final Parameters parameters = new Parameters(TorchRuntime.newManager(), 1);
    private final List<RunEvent> events = new ArrayList<>();

    StartWeightsTest() {
        parameters.weight(BODY, new Shape(2), Initializer.constant(0));
        parameters.weight("rpn.head.bbox_pred.bias", new Shape(1), Initializer.constant(0));
    }

    @AfterEach
    void close() {
        parameters.close();
    }

    private void load(String weights) throws IOException {
        RunConfig config = new RunConfig(
                RunConfig.VERSION,
                "test",
                RunConfig.Network.torchvision("resnet18", weights),
                RunConfig.Sampling.torchvision(),
                new RunConfig.Optimization("sgd", 1, 1, 1, 1e-3, 0.9, 0, 0, "constant", 0),
                new Augmenting(0, 0, 0, 0),
                new RunConfig.Validation(1, 0),
                new RunConfig.Machine(1, 1, "cpu"));
        Dataset dataset = new Dataset(new LabelMap(List.of("fire")), List.of(), List.of(), List.of());
        TrainingJob job = new TrainingJob(config, dataset, new RunDirectory(folder.resolve("run")));
        StartWeights.load(job, parameters, events::add);
    }

    @Test
    @DisplayName("of a detector keep its outputs where it is for the same classes, and the run tells which of the two")
    void classes() throws IOException {
        parameters.weight(SCORE, new Shape(2), Initializer.constant(5));
        assertStart(Map.of(TensorFile.CLASSES, "fire"), 1, "The file is for the same classes: its outputs for class,");
        assertStart(Map.of(TensorFile.CLASSES, "cat"), 5, "start anew, since the file is for other classes (cat).");
        assertStart(Map.of(), 5, "start anew, since the file does not say which classes it is for.");
    }

    @Test
    @DisplayName("whose norms may have been trained without an epsilon are told of, with what to do")
    void norms() throws IOException {
        String variance = "backbone.body.bn1.running_var";
        parameters.buffer(variance, new Shape(1), Initializer.constant(1));
        Path file = folder.resolve("detector.safetensors");
        Map<String, Tensor> tensors = Map.of(
                BODY,
                Tensor.of(TensorShape.of(2), 1, 2),
                "rpn.head.bbox_pred.bias",
                Tensor.of(TensorShape.of(1), 3),
                variance,
                Tensor.of(TensorShape.of(1), 1e-5f));
        SafetensorsWriter.write(file, tensors, Map.of());
        load(file.toString());
        RunEvent.Notice notice = (RunEvent.Notice) events.get(1);
        assertEquals(RunEvent.Level.WARNING, notice.level());
        assertTrue(notice.message().contains("--norm-epsilon 0"), notice.message());
        events.clear();
        SafetensorsWriter.write(file, tensors, Map.of("run", "one of ours"));
        load(file.toString());
        assertEquals(1, events.size(), "nothing is unknown of what was trained here");
    }

    private void assertStart(Map<String, String> about, float score, String words) throws IOException {
        Path file = folder.resolve("detector.safetensors");
        Map<String, Tensor> tensors = Map.of(
                BODY,
                Tensor.of(TensorShape.of(2), 1, 2),
                "rpn.head.bbox_pred.bias",
                Tensor.of(TensorShape.of(1), 3),
                SCORE,
                Tensor.of(TensorShape.of(2), 1, 1));
        SafetensorsWriter.write(file, tensors, about);
        Parameters.fill(parameters.all().get(SCORE), new float[] {5, 5});
        events.clear();
        load(file.toString());
        assertArrayEquals(
                new float[] {score, score}, parameters.all().get(SCORE).toFloatArray());
        String said = ((RunEvent.Notice) events.get(0)).message();
        assertTrue(said.contains(words), said);
    }

    @Test
    @DisplayName("are loaded, and the run tells how many")
    void loaded() throws IOException {
        Path file = folder.resolve("resnet.pth");
        PyTorchWriter.write(file, Map.of("conv1.weight", Tensor.of(TensorShape.of(2), 1, 2)));
        load("none");
        load(file.toString());
        assertArrayEquals(new float[] {1, 2}, parameters.all().get(BODY).toFloatArray());
        assertEquals(
                List.of(new RunEvent.Notice(
                        RunEvent.Level.INFO, "Start weights: 1 tensors from " + file + ", 1 start anew.")),
                events);
    }

    @Test
    @DisplayName("that do not fit, or are gone, end the run before it begins, with their name")
    void refused() throws IOException {
        Path file = folder.resolve("other.pth");
        PyTorchWriter.write(file, Map.of("conv1.weight", Tensor.of(TensorShape.of(3), 1, 2, 3)));
        for (Path bad : List.of(file, folder.resolve("gone.pth"))) {
            TrainingException refusal = assertThrows(TrainingException.class, () -> load(bad.toString()));
            assertTrue(refusal.getMessage().contains(bad.toString()), refusal.getMessage());
        }
        assertTrue(events.isEmpty());
    }
}
