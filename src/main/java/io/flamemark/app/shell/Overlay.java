package io.flamemark.app.shell;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;

/** Something shown over the dimmed window until Esc or a click beside it. */
final class Overlay extends StackPane {

    private final Pane over;
    private final Node focusBefore;

    private Overlay(Pane over, Node content, Pos at) {
        this.over = over;
        this.focusBefore = over.getScene() == null ? null : over.getScene().getFocusOwner();
        getStyleClass().add("overlay");
        getChildren().add(content);
        StackPane.setAlignment(content, at);
        setOnMousePressed(event -> {
            if (event.getTarget() == this) {
                close();
            }
        });
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                close();
            }
        });
        // Keys that the content leaves unused must not run commands behind it.
        addEventHandler(KeyEvent.ANY, KeyEvent::consume);
    }

    /** Shows {@code content} over {@code over}. */
    static Overlay show(Pane over, Node content, Pos at) {
        Overlay overlay = new Overlay(over, content, at);
        over.getChildren().add(overlay);
        content.requestFocus();
        return overlay;
    }

    void close() {
        over.getChildren().remove(this);
        if (focusBefore != null) {
            focusBefore.requestFocus();
        }
    }
}
