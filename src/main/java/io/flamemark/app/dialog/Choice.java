package io.flamemark.app.dialog;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.DialogPane;
import javafx.scene.layout.Region;
import javafx.stage.Window;

/** A question with a few answers, each named by what it does. */
final class Choice<T> {

    /** The least, in pixels. */
    private static final double WIDTH = 480;

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
    }

    Choice<T> answer(String text, ButtonData role, T value) {
        ButtonType button = new ButtonType(text, role);
        answers.put(button, value);
        alert.getButtonTypes().add(button);
        // Each as wide as its words: of equal widths the longest would be cut off.
        ButtonBar.setButtonUniformSize(shown(button), false);
        return this;
    }

    /** Makes the answer of this value the one that Enter gives: where the question is about losing something. */
    Choice<T> byDefault(T value) {
        answers.forEach((type, answer) -> shown(type).setDefaultButton(answer.equals(value)));
        return this;
    }

    private Button shown(ButtonType type) {
        return (Button) alert.getDialogPane().lookupButton(type);
    }

    T ask() {
        // JavaFX lets Escape say "no" too, which here may mean to throw something away.
        answers.keySet().forEach(type -> shown(type).setCancelButton(type.getButtonData() == ButtonData.CANCEL_CLOSE));
        DialogPane pane = alert.getDialogPane();
        // Without its looks, a button does not know how wide it has to be.
        pane.applyCss();
        pane.setPrefWidth(Math.max(WIDTH, pane.lookup(".button-bar").prefWidth(-1)));
        return alert.showAndWait().map(answers::get).orElse(otherwise);
    }
}
