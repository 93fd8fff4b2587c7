package io.flamemark.app.annotate;

import atlantafx.base.theme.Styles;
import io.flamemark.app.canvas.CanvasNavigation;
import io.flamemark.app.canvas.ImageCanvas;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableBooleanValue;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.javafx.FontIcon;

/** The canvas with its layers, what is said instead of an image, and the hint at the lower edge. */
final class CanvasPane extends StackPane {

    private static final PseudoClass NOTICE = PseudoClass.getPseudoClass("notice");

    private final AnnotateModel model;
    private final ImageCanvas canvas = new ImageCanvas();
    private final Label headline = new Label();
    private final Label detail = new Label();
    private final FontIcon icon = new FontIcon("fth-image");
    private final VBox message = new VBox(8, icon, headline, detail);
    private final Label hint = new Label();
    private final BooleanBinding hasPicture;
    private boolean opening;

    CanvasPane(AnnotateModel model, ViewOptions options) {
        this.model = model;
        this.hasPicture = Bindings.createBooleanBinding(
                () -> model.pictureProperty().get() instanceof Picture.Ready, model.pictureProperty());
        getStyleClass().add("canvas-pane");
        canvas.setId("annotate-canvas");
        canvas.addLayer(new RegionLayer(model, options));
        canvas.addLayer(new HandleLayer(model, options));
        canvas.addLayer(new DraftLayer(model));
        CanvasNavigation.install(canvas);
        ToolSurface.install(canvas, model);
        message();
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

    private void message() {
        message.setAlignment(Pos.CENTER);
        message.setMouseTransparent(true);
        message.setMaxWidth(460);
        icon.getStyleClass().add("message-icon");
        headline.getStyleClass().add(Styles.TITLE_4);
        detail.getStyleClass().add(Styles.TEXT_MUTED);
        detail.setWrapText(true);
        detail.setAlignment(Pos.CENTER);
        detail.setTextAlignment(TextAlignment.CENTER);
        message.managedProperty().bind(message.visibleProperty());
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
        message.setVisible(!(picture instanceof Picture.Ready));
        if (picture instanceof Picture.Nothing && opening) {
            say("fth-folder", "Opening the project", "Its first image appears here in a moment.");
        } else if (picture instanceof Picture.Nothing) {
            say("fth-folder", "No image yet", "Open a project, or drop a folder of images on this window.");
        } else if (picture instanceof Picture.Loading loading) {
            say("fth-image", "Reading " + loading.filename(), "");
        } else if (picture instanceof Picture.Unavailable missing) {
            say(
                    "fth-alert-triangle",
                    missing.filename() + " cannot be shown",
                    missing.sentence() + "\nIts regions are kept. The other images are not affected.");
        }
    }

    private void say(String iconName, String title, String text) {
        icon.setIconLiteral(iconName);
        headline.setText(title);
        detail.setText(text);
    }
}
