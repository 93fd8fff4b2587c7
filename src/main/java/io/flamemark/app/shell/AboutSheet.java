package io.flamemark.app.shell;

import atlantafx.base.theme.Styles;
import io.flamemark.app.dialog.CopiedText;
import io.flamemark.run.Environment;
import io.flamemark.settings.SettingsStore;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Which program this is and what it runs on: what somebody who helps asks for first. */
public final class AboutSheet extends VBox {

    private static final double WIDTH = 620;

    private AboutSheet(Environment here) {
        setId("about");
        getStyleClass().add("over-sheet");
        setMaxSize(WIDTH, USE_PREF_SIZE);
        Label title = new Label(here.program());
        title.getStyleClass().add(Styles.TITLE_3);
        Label what = new Label("All on this machine: nothing is sent anywhere. Apache License, version 2.0.");
        what.setWrapText(true);
        Map<String, String> facts = facts(here);
        Button copy = new Button("Copy", new FontIcon("fth-copy"));
        copy.setOnAction(event -> {
            CopiedText.put(inLines(here, facts));
            copy.setText("Copied");
        });
        getChildren().addAll(title, what, grid(facts), copy);
    }

    /** Opens the sheet over the window. */
    public static void show(Pane window) {
        Overlay.show(window, new AboutSheet(Environment.current()), Pos.CENTER);
    }

    private static Map<String, String> facts(Environment here) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Java", here.java() + ", " + here.vm());
        facts.put("JavaFX", System.getProperty("javafx.runtime.version", "?"));
        facts.put("Networks", here.engine().orElse("?"));
        facts.put("System", here.os() + ", " + here.architecture() + ", " + here.processors() + " cores");
        facts.put("Settings", SettingsStore.usualFile().toString());
        facts.put("Fetched weights", SettingsStore.weightsFolder().toString());
        return facts;
    }

    private static String inLines(Environment here, Map<String, String> facts) {
        return facts.entrySet().stream()
                .map(fact -> fact.getKey() + ": " + fact.getValue())
                .collect(Collectors.joining("\n", here.program() + "\n", "\n"));
    }

    private static GridPane grid(Map<String, String> facts) {
        GridPane grid = new GridPane(18, 6);
        facts.forEach((name, value) -> {
            Label what = new Label(name);
            what.getStyleClass().add(Styles.TEXT_MUTED);
            what.setMinWidth(USE_PREF_SIZE);
            Label words = new Label(value);
            words.setWrapText(true);
            grid.addRow(grid.getRowCount(), what, words);
        });
        return grid;
    }
}
