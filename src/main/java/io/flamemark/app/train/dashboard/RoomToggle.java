package io.flamemark.app.train.dashboard;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TabPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;

/** Gives the lower part of a split pane all the room for a while. */
public final class RoomToggle extends ToggleButton {

    private final SplitPane split;
    private final Node upper;
    private double divider;

    /**
     * Tabs with such a button at the right end of their line.
     *
     * @param split will hold them below
     * @param upper the part that gives way; the first of the split pane
     */
    public static StackPane beside(TabPane tabs, SplitPane split, Node upper) {
        RoomToggle toggle = new RoomToggle(split, upper);
        StackPane.setAlignment(toggle, Pos.TOP_RIGHT);
        return new StackPane(tabs, toggle);
    }

    private RoomToggle(SplitPane split, Node upper) {
        super(null, new FontIcon("fth-maximize-2"));
        this.split = split;
        this.upper = upper;
        getStyleClass().addAll("flat", "button-icon", "small", "enlarge-button");
        setTooltip(new Tooltip("Give this part all the room"));
        setAccessibleText("Enlarge the lower part");
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
