package io.flamemark.app.shell;

import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** A strip below the menus that stays until its matter is settled: an icon, a headline, a sentence, and what can be done. */
final class Banner extends HBox {

    private final Label headline = new Label();
    private final Label detail = new Label();

    /** @param kind the style class of its colours: {@code notice} or {@code alarm} */
    Banner(String id, String kind, String icon) {
        super(12);
        setId(id);
        getStyleClass().addAll("banner", kind);
        setAlignment(Pos.CENTER_LEFT);
        headline.getStyleClass().add(Styles.TEXT_BOLD);
        headline.setMinHeight(Region.USE_PREF_SIZE);
        detail.getStyleClass().add(Styles.TEXT_SMALL);
        detail.setWrapText(true);
        detail.setMinHeight(Region.USE_PREF_SIZE);
        VBox words = new VBox(2, headline, detail);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(new FontIcon(icon), words);
    }

    void say(String title, String sentence) {
        headline.setText(title);
        detail.setText(sentence);
    }

    /** Adds a button. */
    Button offer(String text, Runnable action) {
        Button button = new Button(text);
        button.getStyleClass().add(Styles.SMALL);
        button.setFocusTraversable(false);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        getChildren().add(button);
        return button;
    }
}
