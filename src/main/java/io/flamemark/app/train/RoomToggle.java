package io.flamemark.app.train;

import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.javafx.FontIcon;

/** Gives the lower part of a split pane all the room for a while. */
final class RoomToggle extends ToggleButton {

    private final SplitPane split;
    private final Node upper;
    private double divider;

    /** @param upper the part that gives way; the first of the split pane */
    RoomToggle(SplitPane split, Node upper) {
        super(null, new FontIcon("fth-maximize-2"));
        this.split = split;
        this.upper = upper;
        getStyleClass().addAll("flat", "button-icon", "small", "enlarge-button");
        setTooltip(new Tooltip("Give this part all the room"));
        setAccessibleText("Enlarge what is below the charts");
        setOnAction(event -> arrange());
    }

    private void arrange() {
        if (isSelected()) {
            divider = split.getDividerPositions()[0];
            split.getItems().remove(upper);
        } else {
            split.getItems().add(0, upper);
            split.setDividerPositions(divider);
        }
    }
}
