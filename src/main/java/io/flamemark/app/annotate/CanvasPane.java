package io.flamemark.app.annotate;

import io.flamemark.app.canvas.CanvasNavigation;
import io.flamemark.app.canvas.ImageCanvas;
import io.flamemark.app.command.CommandRegistry;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableBooleanValue;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;

/** The canvas with its layers, what is said instead of an image, and the hint at the lower edge. */
final class CanvasPane extends StackPane {

    private static final PseudoClass NOTICE = PseudoClass.getPseudoClass("notice");

    private final AnnotateModel model;
    private final ImageCanvas canvas = new ImageCanvas();
    private final CanvasMessage message;
    private final Label hint = new Label();
    private final BooleanBinding hasPicture;
    private boolean opening;

    CanvasPane(AnnotateModel model, ViewOptions options, CommandRegistry commands) {
        this.model = model;
        this.message = new CanvasMessage(commands);
        this.hasPicture = Bindings.createBooleanBinding(
                () -> model.pictureProperty().get() instanceof Picture.Ready, model.pictureProperty());
        getStyleClass().add("canvas-pane");
        canvas.setId("annotate-canvas");
        canvas.addLayer(new RegionLayer(model, options));
        canvas.addLayer(new HandleLayer(model, options));
        canvas.addLayer(new DraftLayer(model));
        CanvasNavigation.install(canvas);
        ToolSurface.install(canvas, model);
        hint();
        getChildren().addAll(canvas, message, hint);
        repaintOnChange(options);
        model.pictureProperty().addListener((o, was, is) -> {
            if (is instanceof Picture.Ready ready && ready.isSameAs(was)) {
                canvas.exchangeImage(ready.image());
            } else {
                show(is);
            }
        });
        show(model.pictureProperty().get());
    }

    ImageCanvas canvas() {
        return canvas;
    }

    /** Says while a project is being opened, which takes a moment where it is large. */
    void whileOpening(ObservableBooleanValue next) {
        next.addListener((o, was, is) -> {
            opening = is;
            if (model.pictureProperty().get() instanceof Picture.Nothing nothing) {
                show(nothing);
            }
        });
    }

    /** Whether there is an image to zoom and to draw on, rather than a sentence. */
    BooleanBinding hasPicture() {
        return hasPicture;
    }

    private void repaintOnChange(ViewOptions options) {
        model.imageProperty().addListener((o, was, is) -> canvas.repaint());
        model.selectionProperty().addListener((o, was, is) -> {
            canvas.repaint();
            revealSelection();
        });
        model.toolProperty().addListener((o, was, is) -> canvas.repaint());
        model.activeClassProperty().addListener((o, was, is) -> canvas.repaint());
        model.project().classesProperty().addListener((o, was, is) -> canvas.repaint());
        options.regionsProperty().addListener((o, was, is) -> canvas.repaint());
        options.labelsProperty().addListener((o, was, is) -> canvas.repaint());
    }

    /** A region selected in the list, or by Tab, may lie out of view. */
    private void revealSelection() {
        model.image()
                .filter(i -> model.selection().size() == 1)
                .flatMap(i -> i.region(model.selection().iterator().next()))
                .flatMap(region -> region.shape().bounds())
                .ifPresent(canvas.viewport()::reveal);
    }

    private void hint() {
        hint.setId("canvas-hint");
        hint.getStyleClass().add("canvas-hint");
        hint.setMouseTransparent(true);
        hint.setWrapText(true);
        hint.setMaxWidth(USE_PREF_SIZE);
        StackPane.setMargin(hint, new Insets(0, 20, 0, 20));
        StackPane.setAlignment(hint, Pos.TOP_CENTER);
        hint.textProperty()
                .bind(Bindings.createStringBinding(
                        this::hintText, model.hintProperty(), model.toolProperty(), hasPicture));
        hint.visibleProperty().bind(hint.textProperty().isNotEmpty());
        model.hintProperty().addListener((o, was, is) -> hint.pseudoClassStateChanged(NOTICE, !is.isEmpty()));
    }

    private String hintText() {
        if (!model.hintProperty().get().isEmpty()) {
            return model.hintProperty().get();
        }
        if (!hasPicture.get() || !(model.tool() instanceof PolygonTool tool)) {
            return "";
        }
        return tool.isDrawing()
                ? "Click to add points.  First point, double click or Enter closes.  Backspace takes one back, Esc leaves."
                : "Click around a flame to draw its outline.";
    }

    private void show(Picture picture) {
        canvas.setImage(picture instanceof Picture.Ready ready ? ready.image() : null);
        message.about(picture, opening);
    }
}
