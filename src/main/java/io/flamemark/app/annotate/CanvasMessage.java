package io.flamemark.app.annotate;

import atlantafx.base.theme.Styles;
import io.flamemark.app.command.Command;
import io.flamemark.app.command.CommandButtons;
import io.flamemark.app.command.CommandRegistry;
import java.util.stream.Stream;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.javafx.FontIcon;

/** What stands on the canvas instead of an image: why there is none, and what can be done about it. */
final class CanvasMessage extends VBox {

    private static final String OPEN = "project.open";
    private static final String OPEN_FOLDER = "project.open-folder";
    private static final String ALLOW = "project.allow-folders";

    private final CommandRegistry commands;
    private final Label headline = new Label();
    private final Label detail = new Label();
    private final FontIcon icon = new FontIcon("fth-image");
    private final HBox buttons = new HBox(8);

    CanvasMessage(CommandRegistry commands) {
        super(8);
        this.commands = commands;
        setAlignment(Pos.CENTER);
        setPickOnBounds(false);
        setMaxWidth(460);
        icon.getStyleClass().add("message-icon");
        headline.getStyleClass().add(Styles.TITLE_4);
        detail.getStyleClass().add(Styles.TEXT_MUTED);
        detail.setWrapText(true);
        detail.setAlignment(Pos.CENTER);
        detail.setTextAlignment(TextAlignment.CENTER);
        buttons.setAlignment(Pos.CENTER);
        buttons.managedProperty().bind(buttons.visibleProperty());
        setMargin(buttons, new Insets(8, 0, 0, 0));
        managedProperty().bind(visibleProperty());
        getChildren().addAll(icon, headline, detail, buttons);
    }

    /**
     * Shows what there is to say.
     *
     * @param opening whether a project is being opened, so that there will be an image soon
     */
    void about(Picture picture, boolean opening) {
        setVisible(!(picture instanceof Picture.Ready));
        if (picture instanceof Picture.Nothing && opening) {
            say("fth-folder", "Opening the project", "Its first image appears here in a moment.");
        } else if (picture instanceof Picture.Nothing) {
            say("fth-folder", "No image yet", "Open a project, or drop a folder of images on this window.");
            offer(OPEN, OPEN_FOLDER);
        } else if (picture instanceof Picture.Loading loading) {
            say("fth-image", "Reading " + loading.filename(), "");
        } else if (picture instanceof Picture.Unavailable missing) {
            say(
                    "fth-alert-triangle",
                    missing.filename() + " cannot be shown",
                    missing.sentence() + "\nIts regions are kept. The other images are not affected.");
            if (missing.outside()) {
                offer(ALLOW);
            }
        }
    }

    private void say(String literal, String title, String text) {
        icon.setIconLiteral(literal);
        headline.setText(title);
        detail.setText(text);
        offer();
    }

    private void offer(String... ids) {
        buttons.getChildren().setAll(Stream.of(ids).map(this::button).toList());
        buttons.setVisible(ids.length > 0);
    }

    private Button button(String id) {
        Command command = commands.get(id);
        Button button = CommandButtons.labelled(command);
        button.setId("canvas-" + button.getId());
        return button;
    }
}
