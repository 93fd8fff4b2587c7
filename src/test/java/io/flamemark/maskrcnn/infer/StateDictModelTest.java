package io.flamemark.maskrcnn.infer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.flamemark.maskrcnn.Formula;
import io.flamemark.maskrcnn.MaskRcnn;
import io.flamemark.maskrcnn.TinyNetwork;
import io.flamemark.maskrcnn.weights.NetworkTensors;
import io.flamemark.run.Detector;
import io.flamemark.run.RunConfig;
import io.flamemark.weights.SafetensorsWriter;
import io.flamemark.weights.WeightsException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateDictModelTest {

    private static final int CLASSES = 4;

    @TempDir
    Path folder;

    @Test
    void aStateDictAloneSeesAsTorchvisionDoesAndNumbersItsClasses() throws IOException {
        RunConfig.Network narrow =
                new RunConfig.Network("resnet18", 6, "frozen", "torchvision", "none", 128, 192, 16, 32, 2, "all");
        try (MaskRcnn network = MaskRcnn.blank(narrow, TinyNetwork.SAMPLING, CLASSES)) {
            Formula.fill(network.parameters());
            Path file = write(network);
            assertEquals(
                    new RunConfig.Network(
                            "resnet18", 6, "frozen", "torchvision", file.toString(), 800, 1333, 16, 32, 2, "3+"),
                    StateDictModel.of(ModelLocation.of(file)).network());
            try (Detector detector = new MaskRcnnDetectors().open(file)) {
                assertEquals(List.of("1", "2", "3"), detector.labels().classes());
            }
        }
    }

    @Test
    void withGroupNormOnlyACardTellsHowToUseThem() throws IOException {
        try (MaskRcnn network = TinyNetwork.create()) {
            Path file = write(network);
            WeightsException refusal = assertThrows(WeightsException.class, () -> new MaskRcnnDetectors().open(file));
            assertTrue(refusal.getMessage().contains("card"), refusal.getMessage());
        }
    }

    private Path write(MaskRcnn network) throws IOException {
        Path file = folder.resolve("bare.safetensors");
        SafetensorsWriter.write(file, NetworkTensors.of(network.parameters().all()), Map.of());
        return file;
    }
}
