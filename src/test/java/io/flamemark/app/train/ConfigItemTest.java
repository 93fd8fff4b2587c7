package io.flamemark.app.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.flamemark.run.RunConfig;
import java.util.ArrayList;
import java.util.List;
import org.controlsfx.control.PropertySheet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ConfigItemTest {

    private final List<RunConfig> edits = new ArrayList<>();
    private final List<String> refusals = new ArrayList<>();
    private final List<PropertySheet.Item> items =
            ConfigItem.all(new ConfigDraft(MemoryFiles.config("quick"), config -> config), edits::add, refusals::add);

    private PropertySheet.Item item(String path) {
        return items.stream()
                .filter(i -> ((ConfigItem) i).path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @DisplayName("every value of a configuration is there and explained")
    void explained() {
        assertEquals(53, items.size());
        items.forEach(i -> assertFalse(i.getDescription().isBlank(), ((ConfigItem) i).path() + " has no help"));
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
    @DisplayName("a value that does not fit is refused with a sentence and changes nothing")
    void refused() {
        item("optimization.epochs").setValue(0);
        assertTrue(edits.isEmpty());
        assertEquals("Epochs has to be at least 1, not 0. It stays 20.", refusals.get(0));
        assertEquals(20, item("optimization.epochs").getValue());
    }
}
