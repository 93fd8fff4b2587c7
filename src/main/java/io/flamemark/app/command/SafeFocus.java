package io.flamemark.app.command;

import javafx.scene.Node;

/**
 * Keeps the keyboard away from what it was not meant for: a control that goes while it has the focus would hand it to the
 * next one, and that may be the button that stops what was just begun.
 */
public final class SafeFocus {

    private SafeFocus() {}

    /**
     * Where {@code control} is disabled or hidden while it has the focus, {@code harmless} takes it.
     *
     * @param harmless does nothing on Enter or Space
     */
    public static void keep(Node control, Node harmless) {
        control.disabledProperty().addListener((o, was, is) -> pass(control, harmless, is));
        control.visibleProperty().addListener((o, was, is) -> pass(control, harmless, !is));
    }

    private static void pass(Node control, Node harmless, boolean gone) {
        if (gone && control.getScene() != null && control.getScene().getFocusOwner() == control) {
            harmless.requestFocus();
        }
    }
}
