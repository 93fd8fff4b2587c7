package io.flamemark.maskrcnn.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.types.Shape;
import io.flamemark.maskrcnn.layers.Initializer;
import io.flamemark.maskrcnn.layers.Parameters;
import io.flamemark.maskrcnn.ops.TorchRuntime;
import io.flamemark.run.RunConfig;
import io.flamemark.run.RunEvent;
import io.flamemark.run.TrainingException;
import io.flamemark.weights.PyTorchWriter;
import io.flamemark.weights.Tensor;
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
        RunConfig.Network network = RunConfig.Network.torchvision("resnet18", weights);
        StartWeights.load(network, parameters, events::add);
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
