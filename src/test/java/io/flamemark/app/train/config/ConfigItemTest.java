package io.flamemark.app.train.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.flamemark.app.train.model.MemoryFiles;
import io.flamemark.run.RunConfig;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ConfigItemTest {

    private final List<RunConfig> edits = new ArrayList<>();
    private final List<String> refusals = new ArrayList<>();
    private final ConfigDraft draft =
            new ConfigDraft(MemoryFiles.config("quick"), config -> config, ConfigDraftTest.AT_ONCE, this::edited);
    private final List<ConfigItem> items = ConfigItem.all(draft::config, draft::set, refusals::add);

    private void edited() {
        edits.add(draft.config());
    }

    private ConfigItem item(String path) {
        return items.stream().filter(i -> i.path().equals(path)).findFirst().orElseThrow();
    }

    @Test
    @DisplayName("every value of a configuration is there and explained")
    void explained() {
        assertEquals(53, items.size());
        items.forEach(i -> assertFalse(i.getDescription().isBlank(), i.path() + " has no help"));
        items.stream()
                .flatMap(i -> i.getDescription().lines())
                .forEach(line -> assertTrue(line.length() <= 64 && !line.endsWith(" "), line));
        assertTrue(item("machine.precision").getDescription().replace('\n', ' ').contains("in 32 bits. float32 is"));
        assertEquals("Min size", item("network.minSize").getName());
    }

    @Test
    @DisplayName("several edits add up")
    void edit() {
        item("network.minSize").setValue(320);
        item("optimization.learningRate").setValue(0.02);
        RunConfig last = edits.get(1);
        assertEquals(320, last.network().minSize());
        assertEquals(0.02, last.optimization().learningRate());
        assertEquals("resnet18", last.network().backbone());
    }

    @Test
    @DisplayName("a number is written and read as people write it; what is none is refused")
    void numbers() {
        ConfigItem rate = item("optimization.learningRate");
        rate.setNumber(" 0,00025 ");
        assertEquals(0.00025, edits.get(0).optimization().learningRate());
        assertEquals("0.00025", rate.text());
        rate.setNumber("2e-4");
        assertEquals("0.0002", rate.text());
        rate.setNumber("fast");
        rate.setNumber("-1");
        assertEquals(
                List.of(
                        "Learning rate has to be a number, not \"fast\". It stays 0.0002.",
                        "Learning rate has to be more than 0, not -1. It stays 0.0002."),
                refusals);
        assertEquals("5", item("optimization.clipNorm").text());
    }

    @Test
    @DisplayName("a value that does not fit is refused with a sentence and changes nothing")
    void refused() {
        item("optimization.epochs").setValue(0);
        assertTrue(edits.isEmpty());
        assertEquals("Epochs has to be at least 1, not 0. It stays 20.", refusals.get(0));
        assertEquals(20, item("optimization.epochs").getValue());
    }
}
