package io.flamemark.app.train.config;

import javafx.scene.control.TextField;
import org.controlsfx.property.editor.PropertyEditor;

/** A number with decimals, written as people write it; it counts once the field is left or Enter is pressed. */
final class DecimalEditor implements PropertyEditor<Double> {

    private final ConfigItem item;
    private final TextField field = new TextField();

    DecimalEditor(ConfigItem item) {
        this.item = item;
        field.setText(item.text());
        field.setOnAction(event -> commit());
        field.focusedProperty().addListener((o, was, is) -> {
            if (!is) {
                commit();
            }
        });
    }

    /** What is refused goes back to what it was. */
    private void commit() {
        if (!field.getText().equals(item.text())) {
            item.setNumber(field.getText());
            field.setText(item.text());
        }
    }

    @Override
    public TextField getEditor() {
        return field;
    }

    @Override
    public Double getValue() {
        return (Double) item.getValue();
    }

    /** Shows what the item holds now; it is the item that is set. */
    @Override
    public void setValue(Double value) {
        field.setText(item.text());
    }
}
