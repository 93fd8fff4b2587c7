package io.flamemark.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.flamemark.weights.NetworkFiles;
import io.flamemark.weights.Pretrained;
import io.flamemark.weights.WeightsCache;
import io.flamemark.weights.WeightsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The weights a configuration starts from")
class StartingWeightsTest {

    @TempDir
    Path folder;

    private RunConfig resolve(String weights) throws IOException {
        RunConfig config = ConfigOverride.parse("network.weights=" + weights).applyTo(RunFixture.config("quick"));
        return StartingWeights.resolve(config, new WeightsCache(folder));
    }

    @Test
    @DisplayName("change nothing where there are none")
    void none() throws IOException {
        RunConfig config = RunFixture.config("quick");
        assertSame(config, StartingWeights.resolve(config, new WeightsCache(folder)));
    }

    @Test
    @DisplayName("of a detector decide the whole network, not the size of images nor what learns")
    void detector() throws IOException {
        Path file = folder.resolve("d.pth");
        NetworkFiles.write(file, NetworkFiles.detector()).close();
        assertEquals(
                new RunConfig.Network(
                        "resnet18", 4, "frozen", "torchvision", file.toString(), 128, 192, 8, 16, 4, "all"),
                resolve(file.toString()).network());
    }

    @Test
    @DisplayName("by name are the fetched file, and of a classifier decide the backbone alone")
    void named() throws IOException {
        Path file = folder.resolve(Pretrained.RESNET34.file().fileName());
        NetworkFiles.write(file, NetworkFiles.resnet("", false, 3, 4, 6, 3)).close();
        assertEquals(
                new RunConfig.Network("resnet34", 4, "frozen", "scratch", file.toString(), 128, 192, 32, 64, 2, "all"),
                resolve("resnet34").network());
    }

    @Test
    @DisplayName("that are not there, or no weights, are refused with what to do")
    void refused() throws IOException {
        WeightsException absent = assertThrows(WeightsException.class, () -> resolve("resnet50"));
        assertTrue(absent.getMessage().contains("weights fetch resnet50"), absent.getMessage());
        assertTrue(absent.getMessage().contains(folder.toString()), absent.getMessage());
        assertThrows(
                WeightsException.class, () -> resolve(folder.resolve("gone.pth").toString()));
        Path prose = Files.writeString(folder.resolve("prose.pth"), "Dear diary, today");
        assertThrows(WeightsException.class, () -> resolve(prose.toString()));
    }
}
