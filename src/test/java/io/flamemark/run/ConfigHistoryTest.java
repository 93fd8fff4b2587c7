package io.flamemark.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigHistoryTest {

    @TempDir
    Path folder;

    /** A configuration as this version writes it, without what one does not have any more. */
    private RunConfig readWithout(RunConfig written, String... members) throws Exception {
        Path file = folder.resolve("config.json");
        RunFiles.write(file, written);
        String json = Files.readString(file);
        for (String member : members) {
            String without = json.replaceFirst(",?\\s*\"" + member + "\":\\s*(\"[^\"]*\"|[-0-9.Ee]+)", "");
            assertNotEquals(json, without, member + " was there");
            json = without;
        }
        Files.writeString(file, json);
        return RunFiles.readConfig(file);
    }

    @Test
    @DisplayName("variations that came after version 2 are off where a file does not name them")
    void variations() throws Exception {
        RunConfig plain = RunFixture.config("quick");
        assertEquals(plain, readWithout(plain, "exposure", "blur", "noise", "mosaic"));
    }

    @Test
    @DisplayName("variations that are named are kept as they are")
    void named() throws Exception {
        RunConfig config = new ConfigOverride("augmenting.mosaic", "0.5").applyTo(RunFixture.config("quick"));
        assertEquals(config, readWithout(config, "exposure", "blur", "noise"));
    }

    @Test
    @DisplayName("a file of before there were features on disk and a choice of precision trains as it did")
    void machine() throws Exception {
        RunConfig read = readWithout(RunFixture.config("quick"), "featureCache", "precision");
        assertEquals(new RunConfig.Machine(1, 7, "cpu", 0, "float32"), read.machine());
    }
}
