package io.flamemark.app.command;

import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;

/**
 * Runs commands by keyboard. A key that a focused control used never arrives here; a plain letter typed in a text field
 * does, and stays text.
 */
public final class CommandKeys {

    private CommandKeys() {}

    /** Listens at {@code root}, the root of a scene. */
    public static void install(Node root, CommandRegistry registry) {
        root.addEventHandler(KeyEvent.KEY_PRESSED, press -> {
            if (isTyping(press)) {
                // Consumed, or the menus' own accelerators would take the letter for a command.
                press.consume();
                return;
            }
            registry.matching(press).ifPresent(command -> {
                press.consume();
                command.run();
            });
        });
    }

    private static boolean isTyping(KeyEvent press) {
        boolean plain = !press.isShortcutDown()
                && !press.isAltDown()
                && !press.isControlDown()
                && !press.getCode().isFunctionKey();
        return plain && press.getTarget() instanceof TextInputControl;
    }
}
