package io.flamemark.app.shell;

import atlantafx.base.theme.Styles;
import io.flamemark.app.command.Command;
import io.flamemark.app.command.CommandRegistry;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** All shortcuts on one sheet, made of the commands, and what mouse and keys do on the canvas and on charts. */
public final class ShortcutHelp extends VBox {

    private static final int COLUMNS = 3;
    private static final double COLUMN = 300;

    private static final List<List<String>> ON_CANVAS = List.of(
            List.of("Zoom at the cursor", "Wheel"),
            List.of("Move the view", "Middle drag, Space + drag"),
            List.of("Close the polygon", "Enter, or its first point"),
            List.of("Take back a point, leave", "Backspace, Esc"),
            List.of("Add a point", "Ctrl + click an edge"),
            List.of("Delete a point", "Ctrl + click it"),
            List.of("Select several", "Shift + click"),
            List.of("Select what lies below", "Click again"));

    private static final List<List<String>> ON_CHARTS = List.of(
            List.of("Zoom", "Wheel, drag, + and -"),
            List.of("Move", "Shift + drag, Shift + arrows"),
            List.of("Read values", "Mouse, arrows"),
            List.of("Show all", "Double click, Home"));

    private ShortcutHelp(CommandRegistry registry) {
        getStyleClass().add("over-sheet");
        setId("shortcut-help");
        setMaxSize(1030, 600);
        Label title = new Label("Keyboard and mouse");
        title.getStyleClass().add(Styles.TITLE_3);
        HBox groups = new HBox(28);
        for (int i = 0; i < COLUMNS; i++) {
            groups.getChildren().add(new VBox(20));
        }
        addToShortest(groups, group("On the canvas", rows(ON_CANVAS)));
        registry.all().stream()
                .filter(c -> !c.keys().isEmpty() && !c.menu().isEmpty())
                .collect(Collectors.groupingBy(Command::menu, LinkedHashMap::new, Collectors.toList()))
                .forEach((menu, commands) -> addToShortest(
                        groups,
                        group(
                                menu,
                                commands.stream()
                                        .map(c -> row(c.title().get(), keysOf(c)))
                                        .toList())));
        addToShortest(groups, group("On charts", rows(ON_CHARTS)));
        ScrollPane scroll = new ScrollPane(groups);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(title, scroll);
    }

    /** Opens the sheet over the window. */
    public static void show(Pane window, CommandRegistry registry) {
        Overlay.show(window, new ShortcutHelp(registry), Pos.CENTER);
    }

    private static void addToShortest(HBox columns, VBox group) {
        columns.getChildren().stream()
                .map(VBox.class::cast)
                .min(Comparator.comparingInt(ShortcutHelp::lines))
                .ifPresent(column -> column.getChildren().add(group));
    }

    private static int lines(VBox column) {
        return column.getChildren().stream()
                .mapToInt(g -> ((VBox) g).getChildren().size() + 1)
                .sum();
    }

    private static List<Node> rows(List<List<String>> lines) {
        return lines.stream().map(line -> row(line.get(0), line.get(1))).toList();
    }

    private static VBox group(String name, List<Node> rows) {
        Label title = new Label(name);
        title.getStyleClass().add("panel-title");
        VBox box = new VBox(4, title);
        box.getChildren().addAll(rows);
        box.setPrefWidth(COLUMN);
        return box;
    }

    private static Node row(String what, String keys) {
        Label name = new Label(what);
        name.setMaxWidth(Double.MAX_VALUE);
        name.setMinWidth(0);
        name.getStyleClass().add(Styles.TEXT_SMALL);
        HBox.setHgrow(name, Priority.ALWAYS);
        Label shortcut = new Label(keys);
        shortcut.getStyleClass().add("key-cap");
        shortcut.setMinWidth(USE_PREF_SIZE);
        HBox row = new HBox(8, name, shortcut);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static String keysOf(Command command) {
        return command.keys().stream()
                .map(KeyCombination::getDisplayText)
                .distinct()
                .limit(2)
                .collect(Collectors.joining(", "));
    }
}
