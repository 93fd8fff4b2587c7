package io.flamemark.app.train.start;

import io.flamemark.app.train.model.Preset;
import io.flamemark.app.train.model.SpeedCheck;
import io.flamemark.app.train.model.TrainViewModel;
import io.flamemark.run.PresetChoice;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

/** Which preset suits this machine and these images, and why; where that is a guess, a link to measure it. */
final class PresetAdvice extends VBox {

    private final Label text = new Label();
    private final Hyperlink measure = new Hyperlink();

    PresetAdvice(TrainViewModel model) {
        text.setId("preset-advice");
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        text.getStyleClass().addAll("text-small", "text-muted");
        managedProperty().bind(text.textProperty().isNotEmpty());
        buildMeasure(model);
        getChildren().addAll(text, measure);
        model.setup().choiceProperty().addListener((o, was, is) -> show(is));
        show(model.setup().choiceProperty().get());
    }

    private void buildMeasure(TrainViewModel model) {
        SpeedCheck check = model.speedCheck();
        measure.setId("measure-speed");
        measure.getStyleClass().add("text-small");
        measure.textProperty()
                .bind(Bindings.when(check.busyProperty())
                        .then("Measuring this machine…")
                        .otherwise("Measure this machine, half a minute"));
        measure.setTooltip(
                new Tooltip("Trains a few steps that are thrown away, so that the times above can be trusted"));
        measure.disableProperty().bind(check.busyProperty().or(model.trainingProperty()));
        measure.managedProperty().bind(measure.visibleProperty());
        measure.setOnAction(event -> check.begin());
    }

    private void show(PresetChoice choice) {
        text.setText(
                choice == null ? "" : Preset.of(choice.recommended()).title() + " is recommended. " + choice.why());
        measure.setVisible(choice != null && choice.isGuess());
    }
}
