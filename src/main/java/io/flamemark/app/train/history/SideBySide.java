package io.flamemark.app.train.history;

import io.flamemark.app.canvas.FxImage;
import io.flamemark.app.task.FxTasks;
import io.flamemark.app.task.Job;
import io.flamemark.dataset.Sample;
import io.flamemark.detection.Detection;
import io.flamemark.detection.Detections;
import io.flamemark.geometry.CocoPolygonRasterizer;
import io.flamemark.geometry.Mask;
import io.flamemark.imaging.ImageDecoder;
import io.flamemark.imaging.ImageScaler;
import io.flamemark.imaging.Overlay;
import io.flamemark.imaging.RgbImage;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What two models found in one image, one picture beside the other; what is true is outlined in dashed white. */
final class SideBySide extends HBox {

    /** Less sure finds hide the others. */
    private static final double LOWEST_SHOWN = 0.5;

    private static final int MOST_PIXELS = 720;

    private final FxTasks tasks;
    private final ImageView before = new ImageView();
    private final ImageView after = new ImageView();
    private Optional<Job> painting = Optional.empty();

    SideBySide(FxTasks tasks) {
        super(8);
        this.tasks = tasks;
        getStyleClass().add("side-by-side");
        setMinSize(0, 0);
        getChildren().setAll(titled("Before", "comparison-before", before), titled("After", "comparison-after", after));
    }

    private static VBox titled(String title, String id, ImageView view) {
        view.setId(id);
        view.setPreserveRatio(true);
        Label label = new Label(title);
        label.getStyleClass().addAll("text-small", "text-muted");
        Pane frame = new Pane(view);
        frame.setMinSize(0, 0);
        frame.setPrefSize(0, 0);
        view.fitWidthProperty().bind(frame.widthProperty());
        view.fitHeightProperty().bind(frame.heightProperty());
        VBox.setVgrow(frame, Priority.ALWAYS);
        VBox box = new VBox(2, label, frame);
        box.setAlignment(Pos.TOP_LEFT);
        // Both the same width, whatever their titles are.
        box.setPrefWidth(0);
        HBox.setHgrow(box, Priority.ALWAYS);
        return box;
    }

    /** Shows an image; null for none. */
    void show(ModelComparison.Image image) {
        painting.ifPresent(Job::cancel);
        painting = Optional.empty();
        before.setImage(null);
        after.setImage(null);
        if (image != null) {
            painting = Optional.of(tasks.task("Painting what two models found", progress -> paint(image))
                    .unseen()
                    .onSuccess(pictures -> {
                        before.setImage(pictures.before());
                        after.setImage(pictures.after());
                    })
                    .onFailure(e -> show(null))
                    .start());
        }
    }

    private record Pictures(Image before, Image after) {}

    private static Pictures paint(ModelComparison.Image image) throws IOException {
        Sample sample = image.sample();
        RgbImage plain = new ImageDecoder().decode(sample.image(), sample.rendering());
        List<Mask> truths = sample.instances().stream()
                .map(it -> CocoPolygonRasterizer.rasterize(it.parts(), sample.width(), sample.height())
                        .toMask())
                .toList();
        return new Pictures(paint(plain, image.before(), truths), paint(plain, image.after(), truths));
    }

    private static Image paint(RgbImage plain, Detections found, List<Mask> truths) {
        List<Overlay.Item> items =
                found.atLeast(LOWEST_SHOWN).all().stream().map(SideBySide::item).toList();
        return FxImage.of(ImageScaler.shrinkToFit(Overlay.paint(plain, items, truths), MOST_PIXELS, MOST_PIXELS));
    }

    private static Overlay.Item item(Detection found) {
        return new Overlay.Item(
                found.mask(),
                found.box(),
                Overlay.colour(found.label() - 1),
                String.format(Locale.ROOT, "%.2f", found.score()));
    }
}
