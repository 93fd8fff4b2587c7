package io.flamemark.app.train.start;

import io.flamemark.app.train.model.DataNote;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;

/** A sentence about the data, with a link to the image it is about. */
final class NoteLine extends HBox {

    private NoteLine(DataNote note, String icon, String tone, Consumer<DataNote> open) {
        super(6);
        Label label = new Label(note.text(), new FontIcon(icon));
        label.setWrapText(true);
        label.setMaxWidth(Double.MAX_VALUE);
        label.setMinHeight(USE_PREF_SIZE);
        label.getStyleClass().addAll("note-line", tone);
        HBox.setHgrow(label, Priority.ALWAYS);
        setAlignment(Pos.TOP_LEFT);
        getChildren().add(label);
        note.image().ifPresent(image -> getChildren().add(link(note, open)));
    }

    private static Hyperlink link(DataNote note, Consumer<DataNote> open) {
        Hyperlink link = new Hyperlink("Show");
        link.setMinWidth(USE_PREF_SIZE);
        link.setTooltip(new Tooltip("Opens the image in Annotate"));
        link.setAccessibleText("Show the image: " + note.text());
        link.getStyleClass().addAll("text-small", "note-link");
        link.setOnAction(event -> open.accept(note));
        return link;
    }

    /** @param open shows the image of a note */
    static NoteLine warning(DataNote note, Consumer<DataNote> open) {
        return new NoteLine(note, "fth-alert-triangle", "warning", open);
    }

    static NoteLine hint(DataNote note, Consumer<DataNote> open) {
        return new NoteLine(note, "fth-info", "accent", open);
    }
}
