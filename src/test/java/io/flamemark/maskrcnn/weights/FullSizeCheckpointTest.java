package io.flamemark.maskrcnn.weights;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.djl.ndarray.NDArray;
import io.flamemark.maskrcnn.MaskRcnn;
import io.flamemark.run.RunConfig;
import io.flamemark.weights.PyTorchPeer;
import io.flamemark.weights.PyTorchWriter;
import io.flamemark.weights.SafetensorsWriter;
import io.flamemark.weights.TensorFile;
import io.flamemark.weights.TransferPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * torchvision's own full-size checkpoints, of random values: {@code src/test/reference/full_checkpoints.py FOLDER},
 * then {@code mvn verify -Pfull -Dflamemark.checkpoints=FOLDER}. PyTorch compares what this writes with them.
 */
@Tag("full")
@DisplayName("A full-size checkpoint of torchvision")
class FullSizeCheckpointTest {

    private Path folder;

    @BeforeEach
    void find() {
        String property = System.getProperty("flamemark.checkpoints", "");
        assumeTrue(!property.isBlank(), "the folder of the checkpoints is not named");
        folder = Path.of(property);
    }

    private static MaskRcnn network(String backbone, int classes) {
        return new MaskRcnn(
                RunConfig.Network.torchvision(backbone, "none"), RunConfig.Sampling.torchvision(), classes, 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"maskrcnn", "maskrcnn-legacy"})
    @DisplayName("fills the network with nothing missing or left over, and comes back through both writers")
    void detector(String name) throws IOException {
        Path from = folder.resolve(name + ".pth");
        Path written = Files.createDirectories(folder.resolve("written"));
        try (MaskRcnn network = network("resnet50", 91);
                TensorFile file = TensorFile.open(from)) {
            Map<String, NDArray> all = network.parameters().all();
            TransferPlan plan = TransferPlan.exact(file, NetworkTensors.shapes(network.parameters()));
            assertEquals(all.keySet(), plan.sources().keySet());
            assertEquals(List.of(), plan.anew());
            WeightLoading.loadAll(from, network.parameters());
            for (Map.Entry<String, NDArray> entry : all.entrySet()) {
                assertArrayEquals(
                        file.tensors().get(entry.getKey()).floats(),
                        entry.getValue().toFloatArray(),
                        entry.getKey());
            }
            PyTorchWriter.write(written.resolve(name + ".pth"), NetworkTensors.of(all));
            SafetensorsWriter.write(written.resolve(name + ".safetensors"), NetworkTensors.of(all), Map.of());
            WeightLoading.loadAll(written.resolve(name + ".pth"), network.parameters());
            WeightLoading.loadAll(written.resolve(name + ".safetensors"), network.parameters());
        }
        PyTorchPeer.assertSame(from, written.resolve(name + ".pth"), from, written.resolve(name + ".safetensors"));
    }

    @Test
    @DisplayName("gives a network for other classes all but its predictors")
    void otherClasses() throws IOException {
        try (MaskRcnn network = network("resnet50", 2)) {
            TransferPlan plan =
                    WeightLoading.startFrom(folder.resolve("maskrcnn.pth"), network.parameters(), List.of("fire"));
            assertEquals(8, plan.anew().size(), plan.anew()::toString);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"resnet18", "resnet34", "resnet50", "resnet101"})
    @DisplayName("of a classifier fills the whole backbone")
    void classifier(String backbone) throws IOException {
        try (MaskRcnn network = network(backbone, 2)) {
            TransferPlan plan =
                    WeightLoading.startFrom(folder.resolve(backbone + ".pth"), network.parameters(), List.of("fire"));
            assertEquals(
                    List.of(),
                    plan.anew().stream()
                            .filter(n -> n.startsWith("backbone.body."))
                            .toList());
        }
    }
}
