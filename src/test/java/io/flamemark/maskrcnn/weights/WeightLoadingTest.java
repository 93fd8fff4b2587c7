package io.flamemark.maskrcnn.weights;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.flamemark.maskrcnn.layers.Initializer;
import io.flamemark.maskrcnn.layers.Parameters;
import io.flamemark.maskrcnn.ops.TorchRuntime;
import io.flamemark.weights.NormEpsilon;
import io.flamemark.weights.PyTorchWriter;
import io.flamemark.weights.SafetensorsWriter;
import io.flamemark.weights.Tensor;
import io.flamemark.weights.TensorFile;
import io.flamemark.weights.TensorShape;
import io.flamemark.weights.TransferPlan;
import io.flamemark.weights.WeightsException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A network's tensors")
class WeightLoadingTest {

    private static final String RPN = "rpn.head.conv.0.0.bias";
    private static final String SCORE = "roi_heads.box_predictor.cls_score.bias";

    @TempDir
    Path folder;

    private final Parameters parameters = new Parameters(TorchRuntime.newManager(), 1);

    WeightLoadingTest() {
        parameters.weight(RPN, new Shape(2), Initializer.constant(0));
        parameters.weight(SCORE, new Shape(2), Initializer.constant(5));
    }

    @AfterEach
    void close() {
        parameters.close();
    }

    private float[] values(String name) {
        return parameters.all().get(name).toFloatArray();
    }

    @Test
    @DisplayName("are written so that they come back, and DJL reads them too")
    void written() throws IOException {
        Path file = folder.resolve("w.safetensors");
        SafetensorsWriter.write(file, NetworkTensors.of(parameters.all()), Map.of());
        Parameters.fill(parameters.all().get(SCORE), new float[] {1, 1});
        WeightLoading.loadAll(file, parameters);
        assertArrayEquals(new float[] {5, 5}, values(SCORE));
        try (NDManager manager = TorchRuntime.newManager();
                InputStream in = Files.newInputStream(file)) {
            NDList read = NDList.decode(manager, in);
            assertEquals(RPN, read.get(0).getName());
            assertArrayEquals(new float[] {5, 5}, read.get(1).toFloatArray());
        }
    }

    @Test
    @DisplayName("are filled from a detector for other classes, all but its predictors")
    void startFrom() throws IOException {
        Path file = folder.resolve("coco.pth");
        PyTorchWriter.write(
                file,
                Map.of(
                        "rpn.head.conv.bias",
                        Tensor.of(TensorShape.of(2), 1, 2),
                        SCORE,
                        Tensor.of(TensorShape.of(3), 1, 2, 3)));
        TransferPlan plan = WeightLoading.startFrom(file, parameters, List.of("fire"));
        assertEquals(List.of(SCORE), plan.anew());
        assertArrayEquals(new float[] {1, 2}, values(RPN));
        assertArrayEquals(new float[] {5, 5}, values(SCORE));
    }

    @Test
    @DisplayName(
            "take over that the official weights' norms add nothing to the variance, wherever those were converted to")
    void official() throws IOException {
        String norm = "backbone.body.bn1.";
        try (Parameters network = new Parameters(TorchRuntime.newManager(), 1)) {
            for (String name : List.of("weight", "running_var")) {
                network.buffer(norm + name, new Shape(1), Initializer.constant(1));
            }
            Map<String, Tensor> tensors = Map.of(
                    norm + "weight", Tensor.of(TensorShape.of(1), 1),
                    norm + "running_var", Tensor.of(TensorShape.of(1), 1e-5f));
            Path file = folder.resolve("converted.safetensors");
            for (Map<String, String> about : List.of(
                    Map.of(TensorFile.ORIGIN, "bf2d0c1e00"),
                    Map.of(NormEpsilon.KEY, "0"),
                    Map.of(TensorFile.ORIGIN, "bf2d0c1e00", NormEpsilon.KEY, "1e-5"),
                    Map.<String, String>of())) {
                SafetensorsWriter.write(file, tensors, about);
                WeightLoading.startFrom(file, network, List.of("fire"));
                boolean usual = about.isEmpty() || "1e-5".equals(about.get(NormEpsilon.KEY));
                float expected = usual ? 1 : (float) Math.sqrt(2);
                assertEquals(expected, network.all().get(norm + "weight").getFloat(0), 1e-5f);
            }
        }
    }

    @Test
    @DisplayName("stay as they are where a file does not fit in full")
    void misfit() throws IOException {
        Path file = folder.resolve("other.pth");
        PyTorchWriter.write(file, Map.of(RPN, Tensor.of(TensorShape.of(2), 1, 2)));
        WeightsException refusal = assertThrows(WeightsException.class, () -> WeightLoading.loadAll(file, parameters));
        assertTrue(refusal.getMessage().contains(SCORE), refusal.getMessage());
        assertArrayEquals(new float[] {0, 0}, values(RPN));
    }
}
