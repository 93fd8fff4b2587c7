package io.flamemark.weights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The network of a file")
class ArchitectureOfFileTest {

    @TempDir
    Path folder;

    private Architecture of(Map<String, TensorShape> shapes) throws IOException {
        try (TensorFile file = NetworkFiles.write(folder.resolve("w.pth"), shapes)) {
            return Architecture.of(file);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "resnet18, false, 2, 2, 2, 2",
        "resnet34, false, 3, 4, 6, 3",
        "resnet50, true, 3, 4, 6, 3",
        "resnet101, true, 3, 4, 23, 3"
    })
    @DisplayName("is told by its blocks")
    void backbones(String name, boolean bottleneck, int a, int b, int c, int d) throws IOException {
        Architecture found = of(NetworkFiles.resnet("", bottleneck, a, b, c, d));
        assertEquals(new Architecture(name, 4, true, Optional.empty()), found);
        assertTrue(found.text().contains(name), found.text());
    }

    @Test
    @DisplayName("is told with the widths of its heads, whatever torchvision's version was")
    void detector() throws IOException {
        assertEquals(
                new Architecture("resnet18", 4, true, Optional.of(new Architecture.Heads(8, 16, 4, 91))),
                of(NetworkFiles.detector()));
    }

    @Test
    @DisplayName("is refused where it is of another kind")
    void unknown() throws IOException {
        Map<String, TensorShape> wide = NetworkFiles.resnet("", true, 3, 4, 6, 3);
        wide.put("layer1.0.conv1.weight", TensorShape.of(8, 1, 1, 1));
        Map<String, TensorShape> v2 = new LinkedHashMap<>(NetworkFiles.detector());
        v2.remove("roi_heads.box_head.fc6.weight");
        for (Map<String, TensorShape> shapes : java.util.List.of(
                wide, v2, Map.of("a", TensorShape.of(1)), NetworkFiles.resnet("", true, 3, 8, 36, 3))) {
            WeightsException refusal = assertThrows(WeightsException.class, () -> of(shapes));
            assertTrue(refusal.getMessage().contains("w.pth"), refusal.getMessage());
        }
    }
}
