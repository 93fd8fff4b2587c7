package io.flamemark.app.inspect;

import java.io.File;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.javafx.FontIcon;

/** The top: which model looks. */
final class ModelBar extends HBox {

    private final InspectViewModel model;

    ModelBar(InspectViewModel model) {
        super(10);
        this.model = model;
        getStyleClass().add("model-bar");
        setAlignment(Pos.CENTER_LEFT);
        Label word = new Label("Model", new FontIcon("fth-cpu"));
        word.setMinWidth(USE_PREF_SIZE);
        ComboBox<ModelChoice> choice = new ComboBox<>(model.models());
        choice.setId("inspect-model");
        choice.setPromptText("No trained model yet");
        choice.setPrefWidth(320);
        choice.valueProperty().bindBidirectional(model.modelProperty());
        Button open = new Button("Open…", new FontIcon("fth-folder"));
        open.setMinWidth(USE_PREF_SIZE);
        open.setTooltip(new Tooltip("Look with a weights file from elsewhere"));
        open.setOnAction(event -> chooseModel());
        Label problem = new Label();
        problem.setId("inspect-problem");
        problem.getStyleClass().addAll("note-line", "danger");
        problem.textProperty().bind(model.problemProperty());
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(model.problemProperty());
        whole.setWrapText(true);
        whole.setMaxWidth(600);
        problem.tooltipProperty()
                .bind(Bindings.when(model.problemProperty().isEmpty())
                        .then((Tooltip) null)
                        .otherwise(whole));
        Region room = new Region();
        HBox.setHgrow(room, Priority.ALWAYS);
        getChildren().addAll(word, choice, open, room, problem);
    }

    private void chooseModel() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Open a trained model");
        chooser.getExtensionFilters()
                .addAll(
                        new FileChooser.ExtensionFilter("Model weights", "*.safetensors", "*.pth", "*.pt"),
                        new FileChooser.ExtensionFilter("All files", "*"));
        File file = chooser.showOpenDialog(getScene().getWindow());
        if (file != null) {
            model.openModel(file.toPath().toAbsolutePath());
        }
    }
}
