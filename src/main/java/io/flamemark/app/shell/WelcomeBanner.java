package io.flamemark.app.shell;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The first steps, at the first start: draw, train, look. Each leads to its workspace; gone for good when closed. */
public final class WelcomeBanner extends HBox {

    private record Hint(String title, String text) {}

    private static final List<Hint> HINTS = List.of(
            new Hint("Draw", "Press W and click around each flame."),
            new Hint("Train", "One button teaches a network from your outlines."),
            new Hint("Look", "See what it finds in images it has never seen."));

    /** @param workspaces annotate, train, inspect: one for each step */
    public WelcomeBanner(List<Workspace> workspaces, Consumer<Workspace> show, Runnable onClose) {
        setId("welcome");
        getStyleClass().add("welcome");
        setAlignment(Pos.CENTER_LEFT);
        for (int i = 0; i < Math.min(HINTS.size(), workspaces.size()); i++) {
            Workspace workspace = workspaces.get(i);
            getChildren().add(step(i + 1, HINTS.get(i), () -> show.accept(workspace)));
        }
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button close = new Button("", new FontIcon("fth-x"));
        close.setId("welcome-close");
        close.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
        close.setTooltip(new Tooltip("Do not show again. Help > First steps brings it back."));
        close.setFocusTraversable(false);
        close.setOnAction(event -> onClose.run());
        getChildren().addAll(gap, close);
    }

    private static Node step(int number, Hint hint, Runnable go) {
        Label badge = new Label(String.valueOf(number));
        badge.getStyleClass().add("step-badge");
        Hyperlink link = new Hyperlink(hint.title());
        link.setFocusTraversable(false);
        link.setOnAction(event -> {
            go.run();
            link.setVisited(false);
        });
        Label text = new Label(hint.text());
        text.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
        text.setMinWidth(0);
        VBox words = new VBox(link, text);
        words.setMinWidth(0);
        HBox box = new HBox(10, badge, words);
        box.setAlignment(Pos.CENTER_LEFT);
        box.setMinWidth(0);
        return box;
    }
}
