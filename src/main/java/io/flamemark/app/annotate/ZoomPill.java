package io.flamemark.app.annotate;

import atlantafx.base.theme.Styles;
import io.flamemark.app.canvas.Viewport;
import io.flamemark.app.command.CommandButtons;
import io.flamemark.app.command.CommandRegistry;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

/** How large the image is shown, in the corner of the canvas, with buttons to change it. */
final class ZoomPill extends HBox {

    ZoomPill(CommandRegistry commands, Viewport viewport, ObservableBooleanValue shown) {
        visibleProperty().bind(shown);
        getStyleClass().add("zoom-pill");
        setAlignment(Pos.CENTER);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        StackPane.setAlignment(this, Pos.BOTTOM_RIGHT);
        Label label = new Label();
        label.getStyleClass().addAll(Styles.TEXT_SMALL, "zoom-label");
        label.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> Math.round(viewport.scale() * 100) + " %", viewport.scaleProperty()));
        getChildren()
                .addAll(
                        CommandButtons.icon(commands.get("view.zoom-out")),
                        label,
                        CommandButtons.icon(commands.get("view.zoom-in")),
                        CommandButtons.icon(commands.get("view.fit")));
    }
}
