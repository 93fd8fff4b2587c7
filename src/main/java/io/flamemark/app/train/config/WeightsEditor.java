package io.flamemark.app.train.config;

import io.flamemark.weights.Pretrained;
import java.io.File;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.stage.FileChooser;
import org.controlsfx.control.PropertySheet;
import org.controlsfx.property.editor.PropertyEditor;
import org.kordamp.ikonli.javafx.FontIcon;

/** What training starts from: a known name to choose, or a file to point at or to type. */
final class WeightsEditor implements PropertyEditor<String> {

    private static final String NONE = "none";

    private final ComboBox<String> choice = new ComboBox<>();
    private final Button browse = new Button(null, new FontIcon("fth-folder"));
    private final HBox box = new HBox(4, choice, browse);

    WeightsEditor(PropertySheet.Item item) {
        choice.getItems().add(NONE);
        choice.getItems().addAll(Pretrained.titles());
        choice.setEditable(true);
        choice.setMaxWidth(Double.MAX_VALUE);
        choice.setId("weights-choice");
        choice.setValue(String.valueOf(item.getValue()));
        choice.valueProperty()
                .addListener((o, was, is) -> item.setValue(is == null || is.isBlank() ? NONE : is.strip()));
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(choice.valueProperty());
        choice.setTooltip(whole);
        HBox.setHgrow(choice, Priority.ALWAYS);
        box.getStyleClass().add("weights-editor");
        browse.setTooltip(new Tooltip("Choose a file of weights"));
        browse.setAccessibleText("Choose a file of weights");
        browse.setOnAction(event -> browse());
    }

    private void browse() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Start from these weights");
        chooser.getExtensionFilters()
                .addAll(
                        new FileChooser.ExtensionFilter("Weights", "*.pth", "*.pt", "*.safetensors"),
                        new FileChooser.ExtensionFilter("All files", "*"));
        File file = chooser.showOpenDialog(box.getScene().getWindow());
        if (file != null) {
            choice.setValue(file.toString());
        }
    }

    @Override
    public HBox getEditor() {
        return box;
    }

    @Override
    public String getValue() {
        return choice.getValue();
    }

    @Override
    public void setValue(String value) {
        choice.setValue(value);
    }
}
