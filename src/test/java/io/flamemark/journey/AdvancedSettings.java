package io.flamemark.journey;

import java.util.Locale;
import java.util.Map;
import javafx.scene.control.TitledPane;
import org.controlsfx.control.PropertySheet;
import org.controlsfx.control.PropertySheet.Item;

/** The property sheet of the Train workspace. */
final class AdvancedSettings {

    private final Journey journey;

    AdvancedSettings(Journey journey) {
        this.journey = journey;
    }

    /** Unfolds the sheet and enters values, which are named as in {@code config.json}. */
    void set(Map<String, Object> values) {
        TitledPane advanced = journey.find("advanced", TitledPane.class);
        journey.onWindow(() -> {
            advanced.setExpanded(true);
            return true;
        });
        PropertySheet sheet = journey.findStyled("config-sheet", PropertySheet.class);
        journey.await("the settings of the preset", () -> !sheet.getItems().isEmpty());
        values.forEach((name, value) -> journey.onWindow(() -> {
            item(sheet, name).setValue(value);
            return true;
        }));
    }

    private static Item item(PropertySheet sheet, String name) {
        return sheet.getItems().stream()
                .filter(item -> name.equals(camel(item.getCategory()) + "." + camel(item.getName())))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no setting " + name));
    }

    /** {@code Min size} as {@code minSize}. */
    private static String camel(String words) {
        StringBuilder name = new StringBuilder();
        for (String word : words.toLowerCase(Locale.ROOT).split(" ")) {
            name.append(name.length() == 0 ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return name.toString();
    }
}
