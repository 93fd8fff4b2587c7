package io.flamemark.app.train.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.flamemark.app.train.model.MemoryFiles;
import io.flamemark.run.ConfigOverride;
import io.flamemark.run.RunConfig;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ConfigDiffTest {

    private final RunConfig first = MemoryFiles.config("quick");

    @Test
    @DisplayName("only the settings that differ are told, in order, with the value of each run")
    void differing() {
        RunConfig second = new ConfigOverride("optimization.epochs", "40").applyTo(first);
        RunConfig third = new ConfigOverride("network.minSize", "320").applyTo(second);
        List<ConfigDiff.Row> rows = ConfigDiff.of(List.of(first, second, third));
        assertEquals(
                List.of("Network · Min size", "Optimization · Epochs"),
                rows.stream().map(ConfigDiff.Row::name).toList());
        assertEquals(List.of("256", "256", "320"), rows.get(0).values());
        assertEquals(List.of("20", "40", "40"), rows.get(1).values());
        assertFalse(rows.get(1).help().isBlank());
    }

    @Test
    @DisplayName("equal, single and no configurations differ in nothing")
    void same() {
        assertTrue(ConfigDiff.of(List.of(first, MemoryFiles.config("quick"))).isEmpty());
        assertTrue(ConfigDiff.of(List.of(first)).isEmpty());
        assertTrue(ConfigDiff.of(List.of()).isEmpty());
    }
}
