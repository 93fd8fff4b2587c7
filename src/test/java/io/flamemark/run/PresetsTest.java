package io.flamemark.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.flamemark.dataset.Dataset;
import io.flamemark.dataset.LabelMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PresetsTest {

    private static final Dataset EMPTY = new Dataset(new LabelMap(List.of("fire")), List.of(), List.of(), List.of());

    @ParameterizedTest
    @ValueSource(strings = {"demo", "quick", "balanced", "best"})
    void everyPresetIsCompleteAndNeedsNoWeights(String name) {
        RunConfig config = Presets.of(name, EMPTY);
        assertEquals(name, config.preset());
        assertEquals("none", config.network().weights());
        assertEquals("group", config.network().norm(), "frozen statistics need pretrained weights");
        assertTrue(config.optimization().stepsPerEpoch() > 0);
        assertTrue(config.network().maxSize() >= config.network().minSize());
    }

    @Test
    void theNamesAreThoseThatExist() {
        Presets.names()
                .forEach(name -> assertEquals(name, Presets.of(name, EMPTY).preset()));
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> Presets.of("turbo", EMPTY));
        assertTrue(
                refusal.getMessage().contains("turbo") && refusal.getMessage().contains("quick"));
    }
}
