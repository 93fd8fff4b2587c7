package io.flamemark.app.annotate;

import atlantafx.base.theme.Styles;
import io.flamemark.app.canvas.ClassPalette;
import io.flamemark.app.command.Command;
import io.flamemark.app.command.CommandButtons;
import io.flamemark.app.command.CommandRegistry;
import java.util.List;
import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Separator;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import org.kordamp.ikonli.javafx.FontIcon;

/** The row of buttons above the canvas, made of commands. */
final class AnnotateToolbar extends HBox {

    /** Narrower than this the tools show their icons alone. */
    private static final double ROOMY = 600;

    private static final double WIDEST_CLASS = 200;

    private final AnnotateModel model;
    private final CommandRegistry commands;

    AnnotateToolbar(AnnotateModel model, CommandRegistry commands, ClassMenu classes) {
        this.model = model;
        this.commands = commands;
        getStyleClass().add("tool-row");
        setMinWidth(0);
        setAlignment(Pos.CENTER_LEFT);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren()
                .addAll(
                        tool("annotate.select", "Select", t -> !t.draws(), Styles.LEFT_PILL),
                        tool("annotate.draw", "Draw", Tool::draws, Styles.RIGHT_PILL),
                        classChoice(classes),
                        separator(),
                        icon("project.save"),
                        icon("edit.undo"),
                        icon("edit.redo"),
                        icon("edit.delete"),
                        gap,
                        icon("annotate.previous"),
                        position(),
                        icon("annotate.next"));
    }

    private Node icon(String command) {
        return CommandButtons.icon(commands.get(command));
    }

    private ToggleButton tool(String command, String text, Predicate<Tool> isOn, String pill) {
        Command means = commands.get(command);
        ToggleButton button = new ToggleButton(text, new FontIcon(means.icon()));
        button.setId(CommandButtons.nodeId(means));
        button.getStyleClass().add(pill);
        button.setFocusTraversable(false);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.contentDisplayProperty()
                .bind(Bindings.when(widthProperty().lessThan(ROOMY))
                        .then(ContentDisplay.GRAPHIC_ONLY)
                        .otherwise(ContentDisplay.LEFT));
        button.setSelected(isOn.test(model.tool()));
        button.setOnAction(event -> {
            means.run();
            button.setSelected(isOn.test(model.tool()));
        });
        model.toolProperty().addListener((o, was, is) -> button.setSelected(isOn.test(is)));
        CommandButtons.describe(button, means);
        button.setDisable(!means.enabled().get());
        means.enabled().addListener((o, was, is) -> button.setDisable(!is));
        return button;
    }

    private MenuButton classChoice(ClassMenu classes) {
        Circle dot = new Circle(5);
        MenuButton choice = new MenuButton("", dot);
        choice.setId("class-choice");
        choice.setFocusTraversable(false);
        choice.setMnemonicParsing(false);
        choice.setMinWidth(Region.USE_PREF_SIZE);
        choice.setMaxWidth(WIDEST_CLASS);
        choice.getStyleClass().add(Styles.FLAT);
        choice.textProperty().bind(model.activeClassProperty());
        dot.fillProperty()
                .bind(Bindings.createObjectBinding(
                        () -> ClassPalette.of(
                                names().indexOf(model.activeClassProperty().get())),
                        model.activeClassProperty(),
                        model.project().classesProperty()));
        choice.getItems().setAll(classes.itemsForNext());
        choice.setOnShowing(event -> choice.getItems().setAll(classes.itemsForNext()));
        return choice;
    }

    private List<String> names() {
        return model.project().classesProperty().get().classes();
    }

    private Label position() {
        Label label = new Label();
        label.getStyleClass().addAll(Styles.TEXT_SMALL, "position-label");
        label.textProperty()
                .bind(Bindings.createStringBinding(
                        this::positionText,
                        model.imageProperty(),
                        model.images().shown()));
        return label;
    }

    private String positionText() {
        int all = model.images().shown().size();
        int at = model.image().map(i -> model.images().shown().indexOf(i.id())).orElse(-1);
        return all == 0 ? "–" : (at < 0 ? "–" : at + 1) + " / " + all;
    }

    private static Separator separator() {
        return new Separator(Orientation.VERTICAL);
    }
}
