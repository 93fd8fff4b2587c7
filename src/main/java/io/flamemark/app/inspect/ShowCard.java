package io.flamemark.app.inspect;

import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The threshold and what is drawn. */
final class ShowCard extends VBox {

    private static final double STEP = 0.05;

    ShowCard(InspectViewModel model, InspectOptions options) {
        super(8);
        getChildren()
                .addAll(
                        head("Threshold", model.thresholdProperty()),
                        threshold(model.thresholdProperty()),
                        toggles(options),
                        head("Opacity of masks", options.opacityProperty()),
                        opacity(options.opacityProperty()));
    }

    private static HBox head(String text, DoubleProperty value) {
        Label title = new Label(text);
        title.getStyleClass().add("section-heading");
        Label number = new Label();
        number.textProperty()
                .bind(Bindings.createStringBinding(() -> String.format(Locale.ROOT, "%.2f", value.get()), value));
        Region room = new Region();
        HBox.setHgrow(room, Priority.ALWAYS);
        HBox head = new HBox(8, title, room, number);
        head.setAlignment(Pos.BASELINE_LEFT);
        return head;
    }

    private static Slider threshold(DoubleProperty value) {
        Slider slider = new Slider(Scan.LOWEST_SCORE, 1, value.get());
        slider.setId("threshold");
        slider.setBlockIncrement(STEP);
        slider.setAccessibleText("Threshold");
        slider.setTooltip(new Tooltip("Only detections the model is at least this sure of are shown and counted."));
        slider.valueProperty().bindBidirectional(value);
        return slider;
    }

    private static Slider opacity(DoubleProperty value) {
        Slider slider = new Slider(0, 1, value.get());
        slider.setId("mask-opacity");
        slider.setBlockIncrement(STEP);
        slider.setAccessibleText("Opacity of masks");
        slider.valueProperty().bindBidirectional(value);
        return slider;
    }

    private static GridPane toggles(InspectOptions options) {
        GridPane grid = new GridPane(12, 6);
        grid.addRow(
                0,
                box(
                        "Masks",
                        "show-masks",
                        options.masksProperty(),
                        "What the model takes for the object, to the pixel"),
                box("Truth", "show-truth", options.truthProperty(), "The outlines a person drew: white, dotted"));
        grid.addRow(
                1,
                box("Boxes", "show-boxes", options.boxesProperty(), "The box around each detection"),
                box(
                        "Right or wrong",
                        "show-verdicts",
                        options.verdictsProperty(),
                        "Green is right, dashed pink is a false alarm, thick white was missed; else colours tell the class"));
        grid.addRow(
                2,
                box("Labels", "show-labels", options.labelsProperty(), "Class, score and overlap with the truth"),
                box(
                        "Fire colours",
                        "show-fire-rule",
                        options.fireRuleProperty(),
                        "The pixels that look like fire by their colour alone: a yardstick the network must beat"));
        return grid;
    }

    private static CheckBox box(String text, String id, BooleanProperty value, String help) {
        CheckBox box = new CheckBox(text);
        box.setId(id);
        box.setMinWidth(USE_PREF_SIZE);
        box.setTooltip(new Tooltip(help));
        box.selectedProperty().bindBidirectional(value);
        return box;
    }
}
