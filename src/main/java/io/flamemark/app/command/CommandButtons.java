package io.flamemark.app.command;

import atlantafx.base.theme.Styles;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringExpression;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;

/** Makes buttons of commands. */
public final class CommandButtons {

    private static final Duration TOOLTIP_DELAY = Duration.millis(350);

    private CommandButtons() {}

    /** A flat button that shows the icon alone. */
    public static Button icon(Command command) {
        Button button = wired(command, new Button());
        button.setGraphic(new FontIcon(command.icon()));
        button.accessibleTextProperty().bind(command.title());
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        return button;
    }

    /** A button with icon and title. */
    public static Button labelled(Command command) {
        Button button = wired(command, new Button());
        button.textProperty().bind(command.title());
        button.setGraphic(new FontIcon(command.icon()));
        return button;
    }

    /** Gives any button the tooltip of a command: its title and shortcut. */
    public static void describe(ButtonBase button, Command command) {
        Tooltip tooltip = new Tooltip();
        String shortcut = command.shortcutText();
        tooltip.textProperty()
                .bind(
                        shortcut.isEmpty()
                                ? StringExpression.stringExpression(command.title())
                                : Bindings.concat(command.title(), "   ", shortcut));
        tooltip.setShowDelay(TOOLTIP_DELAY);
        button.setTooltip(tooltip);
    }

    /** The id of a command's button in the scene: the command's, with dashes for dots, which CSS would misread. */
    public static String nodeId(Command command) {
        return command.id().replace('.', '-');
    }

    private static Button wired(Command command, Button button) {
        button.setId(nodeId(command));
        button.setFocusTraversable(false);
        button.setOnAction(event -> command.run());
        button.setDisable(!command.enabled().get());
        command.enabled().addListener((o, was, is) -> button.setDisable(!is));
        describe(button, command);
        return button;
    }
}
