package io.flamemark.app.inspect;

import io.flamemark.app.canvas.CanvasNavigation;
import io.flamemark.app.canvas.ImageCanvas;
import io.flamemark.app.inspect.Judgement.Mark;
import io.flamemark.geometry.Point;
import java.util.Comparator;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** The image on display with what was found in it, and a word where there is something to wait for or to know. */
final class InspectCanvas extends StackPane {

    private final InspectViewModel model;
    private final ImageCanvas canvas = new ImageCanvas();
    private final Label words = new Label();
    private final ProgressIndicator busy = new ProgressIndicator();
    private final HBox note = new HBox(10, busy, words);

    InspectCanvas(InspectViewModel model, InspectOptions options) {
        this.model = model;
        canvas.setId("inspect-canvas");
        canvas.setAccessibleText("The image with what the model found in it");
        CanvasNavigation.install(canvas);
        canvas.addLayer(new FireRuleLayer(model, options));
        canvas.addLayer(new DetectionLayer(model, options));
        canvas.addLayer(new TruthLayer(model, options));
        canvas.addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
        busy.setPrefSize(18, 18);
        busy.managedProperty().bind(busy.visibleProperty());
        note.setId("inspect-note");
        note.setAlignment(Pos.CENTER);
        note.getStyleClass().add("canvas-note");
        note.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        words.setWrapText(true);
        words.setMaxWidth(420);
        StackPane.setAlignment(note, Pos.TOP_CENTER);
        getChildren().addAll(canvas, note);
        getStyleClass().add("inspect-canvas-pane");
        setMinSize(0, 0);
        options.onChange(canvas::repaint);
        model.thresholdProperty().addListener((o, was, is) -> canvas.repaint());
        model.chosenDetectionProperty().addListener((o, was, is) -> canvas.repaint());
        model.revisionProperty().addListener((o, was, is) -> changed());
        model.displayProperty().addListener((o, was, is) -> changed());
        changed();
    }

    ImageCanvas canvas() {
        return canvas;
    }

    private void changed() {
        Display display = model.displayProperty().get();
        if (display instanceof Display.Ready ready) {
            if (canvas.image() != ready.picture()) {
                canvas.setImage(ready.picture());
            }
        } else {
            canvas.setImage(null);
        }
        showNote(display);
        canvas.repaint();
    }

    private void showNote(Display display) {
        Outcome outcome = model.outcome(model.selectedProperty().get());
        if (display instanceof Display.Unavailable it) {
            tell(it.sentence(), false, true);
        } else if (display instanceof Display.Loading it) {
            tell("Reading " + it.image().name() + "…", true, false);
        } else if (outcome instanceof Outcome.Failed it) {
            tell(it.sentence(), false, true);
        } else if (outcome instanceof Outcome.Looking) {
            tell("The model is looking at this image…", true, false);
        } else if (outcome instanceof Outcome.Waiting && model.isScanning()) {
            tell("Waiting for the model…", true, false);
        } else {
            note.setVisible(false);
        }
    }

    private void tell(String text, boolean working, boolean bad) {
        words.setText(text);
        busy.setVisible(working);
        note.getStyleClass().remove("bad");
        if (bad) {
            note.getStyleClass().add("bad");
        }
        note.setVisible(true);
    }

    /** Chooses the smallest detection under the mouse: it would be unreachable beneath a larger one. */
    private void clicked(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY || !event.isStillSincePress()) {
            return;
        }
        Point at = canvas.viewport().toImage(event.getX(), event.getY());
        int chosen = model.judgement().stream()
                .flatMap(j -> j.at(model.thresholdProperty().get()).marks().stream())
                .filter(m -> m.detection().mask().get((int) Math.floor(at.x()), (int) Math.floor(at.y())))
                .min(Comparator.comparingInt(m -> m.detection().mask().area()))
                .map(Mark::index)
                .orElse(-1);
        model.chosenDetectionProperty().set(chosen);
    }
}
