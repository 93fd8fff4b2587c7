package io.flamemark.app.shell;

import atlantafx.base.controls.CustomTextField;
import atlantafx.base.theme.Styles;
import io.flamemark.app.command.Command;
import io.flamemark.app.command.CommandRegistry;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Every command that can be done now, found by typing parts of its name. */
public final class CommandPalette extends VBox {

    private final CommandRegistry registry;
    private final CustomTextField field = new CustomTextField();
    private final ListView<Command> list = new ListView<>();
    private Overlay overlay;

    private CommandPalette(CommandRegistry registry) {
        this.registry = registry;
        getStyleClass().add("palette");
        setId("command-palette");
        setMaxSize(560, 420);
        field.setPromptText("What do you want to do?");
        field.setLeft(new FontIcon("fth-search"));
        list.getStyleClass().addAll("flat-list", "edge-to-edge");
        list.setCellFactory(view -> new Row());
        list.setFocusTraversable(false);
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(field, list);
        field.textProperty().addListener((o, was, is) -> filter(is));
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        list.setOnMouseClicked(event -> run());
        focusedProperty().addListener((o, was, is) -> field.requestFocus());
        filter("");
    }

    /** Opens the palette over the window. */
    public static void show(Pane window, CommandRegistry registry) {
        CommandPalette palette = new CommandPalette(registry);
        palette.overlay = Overlay.show(window, palette, Pos.TOP_CENTER);
        palette.field.requestFocus();
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case DOWN -> move(1, event);
            case UP -> move(-1, event);
            case ENTER -> {
                event.consume();
                run();
            }
            default -> {}
        }
    }

    private void move(int by, KeyEvent event) {
        event.consume();
        int next = Math.floorMod(
                list.getSelectionModel().getSelectedIndex() + by,
                Math.max(1, list.getItems().size()));
        list.getSelectionModel().select(next);
        list.scrollTo(Math.max(0, next - 4));
    }

    private void run() {
        Command command = list.getSelectionModel().getSelectedItem();
        if (command != null) {
            overlay.close();
            command.run();
        }
    }

    private void filter(String text) {
        List<String> words = Arrays.asList(text.toLowerCase(Locale.ROOT).strip().split("\\s+"));
        list.getItems()
                .setAll(registry.all().stream()
                        .filter(c -> c.enabled().get())
                        .filter(c -> words.stream().allMatch(searchText(c)::contains))
                        .toList());
        list.getSelectionModel().select(0);
    }

    private static String searchText(Command command) {
        return (command.menu() + " " + command.title().get()).toLowerCase(Locale.ROOT);
    }

    private static final class Row extends ListCell<Command> {

        private final FontIcon icon = new FontIcon("fth-circle");
        private final Label title = new Label();
        private final Label menu = new Label();
        private final Label keys = new Label();
        private final HBox row = new HBox(10, icon, title, menu, keys);

        Row() {
            row.setAlignment(Pos.CENTER_LEFT);
            menu.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
            menu.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(menu, Priority.ALWAYS);
            keys.getStyleClass().add("key-cap");
        }

        @Override
        protected void updateItem(Command command, boolean empty) {
            super.updateItem(command, empty);
            setGraphic(empty || command == null ? null : row);
            if (!empty && command != null) {
                icon.setIconLiteral(command.icon().isEmpty() ? "fth-chevron-right" : command.icon());
                title.setText(command.title().get());
                menu.setText(command.menu());
                keys.setText(command.shortcutText());
                keys.setVisible(!command.shortcutText().isEmpty());
            }
        }
    }
}
