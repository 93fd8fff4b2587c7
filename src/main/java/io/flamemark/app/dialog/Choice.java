package io.flamemark.app.dialog;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.layout.Region;
import javafx.stage.Window;

/** A question with a few answers, each named by what it does. */
final class Choice<T> {

    private final Alert alert;
    private final Map<ButtonType, T> answers = new LinkedHashMap<>();
    private final T otherwise;

    /** @param otherwise the answer when the dialog is closed without one */
    Choice(Window owner, String title, String question, T otherwise) {
        this.otherwise = otherwise;
        alert = new Alert(Alert.AlertType.NONE, question);
        alert.initOwner(owner);
        alert.setTitle("Flamemark");
        alert.setHeaderText(title);
        alert.getDialogPane().setMinHeight(Region.USE_PREF_SIZE);
        alert.getDialogPane().setPrefWidth(480);
    }

    Choice<T> answer(String text, ButtonData role, T value) {
        ButtonType button = new ButtonType(text, role);
        answers.put(button, value);
        alert.getButtonTypes().add(button);
        // Each as wide as its words: of equal widths the longest would be cut off.
        Button shown = (Button) alert.getDialogPane().lookupButton(button);
        ButtonBar.setButtonUniformSize(shown, false);
        shown.setMinWidth(Region.USE_PREF_SIZE);
        return this;
    }

    /** Makes the answer of this value the one that Enter gives: where the question is about losing something. */
    Choice<T> byDefault(T value) {
        answers.forEach((type, answer) ->
                ((Button) alert.getDialogPane().lookupButton(type)).setDefaultButton(answer.equals(value)));
        return this;
    }

    T ask() {
        return alert.showAndWait().map(answers::get).orElse(otherwise);
    }
}
