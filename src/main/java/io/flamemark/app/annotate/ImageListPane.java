package io.flamemark.app.annotate;

import atlantafx.base.controls.CustomTextField;
import atlantafx.base.theme.Styles;
import io.flamemark.annotation.ImageId;
import io.flamemark.app.picture.Thumbnailer;
import io.flamemark.app.task.FxTasks;
import io.flamemark.dataset.ImageLocator;
import io.flamemark.dataset.PictureOf;
import io.flamemark.edit.EditSession;
import io.flamemark.imaging.ImageDecoder;
import io.flamemark.imaging.RgbImage;
import io.flamemark.imaging.Thumbnails;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The images of the project, as a list or as a grid, with a filter above them. */
final class ImageListPane extends VBox {

    private final AnnotateModel model;
    private final ImageRows rows;
    private final ImageGrid grid;
    private final LayoutSwitch layout = new LayoutSwitch();
    private final StackPane images = new StackPane();

    ImageListPane(AnnotateModel model, FxTasks tasks) {
        this.model = model;
        getStyleClass().addAll("side-panel", "image-list");
        Thumbnailer<ImageId> thumbnailer = new Thumbnailer<>(tasks, this::reading, this::refresh);
        model.project().onOpened(() -> {
            thumbnailer.forget();
            refresh();
        });
        model.project().addListener(change -> {
            if (changesPictures(change)) {
                thumbnailer.forget();
                refresh();
            }
        });
        rows = new ImageRows(model, thumbnailer);
        rows.setPlaceholder(placeholder());
        grid = new ImageGrid(model, thumbnailer);
        VBox.setVgrow(images, Priority.ALWAYS);
        getChildren().addAll(header(), filter(), images);
        layout.layoutProperty().addListener((o, was, is) -> layOut());
        layOut();
        model.imageProperty().addListener((o, was, is) -> refresh());
        model.project().projectProperty().addListener((o, was, is) -> refresh());
    }

    private Optional<Callable<RgbImage>> reading(ImageId id) {
        ImageLocator locator = model.project().locator();
        return model.project().project().image(id).map(image -> () -> {
            Path file = locator.get(image.filename());
            return Thumbnails.of(new ImageDecoder().decode(file, PictureOf.rendering(image)), Thumbnailer.SIDE);
        });
    }

    /** Whether an edit chose another picture of a file, or turned it. */
    private static boolean changesPictures(EditSession.Change change) {
        return change.touched().images().stream()
                .flatMap(id -> change.after().image(id).stream())
                .anyMatch(image -> change.before()
                        .image(image.id())
                        .filter(was -> !PictureOf.rendering(image).equals(PictureOf.rendering(was)))
                        .isPresent());
    }

    private HBox header() {
        Label title = new Label("Images");
        title.getStyleClass().add("panel-title");
        Label count = new Label();
        count.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
        count.textProperty()
                .bind(Bindings.createStringBinding(
                        this::countText,
                        model.images().shown(),
                        model.project().projectProperty(),
                        model.imageProperty()));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox header = new HBox(title, gap, count);
        header.getStyleClass().add("panel-header");
        header.setAlignment(Pos.CENTER_LEFT);
        return header;
    }

    private VBox filter() {
        CustomTextField field = new CustomTextField();
        field.setId("image-filter");
        field.setPromptText("Filter by name");
        field.setLeft(new FontIcon("fth-search"));
        field.textProperty().bindBidirectional(model.images().textProperty());
        ComboBox<ImageListModel.Preset> preset = new ComboBox<>();
        preset.setId("image-preset");
        preset.getItems().setAll(ImageListModel.Preset.values());
        preset.valueProperty().bindBidirectional(model.images().presetProperty());
        preset.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(preset, Priority.ALWAYS);
        HBox choices = new HBox(6, preset, layout);
        choices.setAlignment(Pos.CENTER_LEFT);
        VBox box = new VBox(6, field, choices);
        box.getStyleClass().add("panel-filter");
        return box;
    }

    private Label placeholder() {
        Label label = new Label();
        label.setMouseTransparent(true);
        label.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.project().project().images().isEmpty()
                                ? "No images"
                                : "No image passes the filter.",
                        model.project().projectProperty()));
        label.getStyleClass().add(Styles.TEXT_MUTED);
        return label;
    }

    private String countText() {
        int all = model.project().project().images().size();
        int shown = model.images().shown().size();
        return shown == all ? String.valueOf(all) : shown + " of " + all;
    }

    private void layOut() {
        if (layout.layoutProperty().get() == LayoutSwitch.Layout.LIST) {
            images.getChildren().setAll(rows);
            rows.reveal();
        } else {
            Label nothing = placeholder();
            nothing.visibleProperty().bind(Bindings.isEmpty(grid.getItems()));
            images.getChildren().setAll(grid, nothing);
            grid.reveal();
        }
    }

    private void refresh() {
        rows.refreshCells();
        grid.refreshCells();
    }
}
