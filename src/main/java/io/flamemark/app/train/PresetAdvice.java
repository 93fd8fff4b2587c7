package io.flamemark.app.train;

import io.flamemark.run.PresetChoice;
import javafx.scene.control.Label;

/** Which preset suits this machine and these images, and why. */
final class PresetAdvice extends Label {

    PresetAdvice(Setup setup) {
        setId("preset-advice");
        setWrapText(true);
        setMinHeight(USE_PREF_SIZE);
        getStyleClass().addAll("text-small", "text-muted");
        managedProperty().bind(textProperty().isNotEmpty());
        setup.choiceProperty().addListener((o, was, is) -> show(is));
        show(setup.choiceProperty().get());
    }

    private void show(PresetChoice choice) {
        setText(choice == null ? "" : Preset.of(choice.recommended()).title() + " is recommended. " + choice.why());
    }
}
