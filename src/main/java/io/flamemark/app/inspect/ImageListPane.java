package io.flamemark.app.inspect;

import io.flamemark.app.picture.Thumbnailer;
import io.flamemark.app.task.FxTasks;
import io.flamemark.imaging.ImageFileNames;
import io.flamemark.imaging.RgbImage;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.javafx.FontIcon;

/** The left side: which images, and how the model did on each. */
final class ImageListPane extends BorderPane {

    private final InspectViewModel model;
    private final ListView<InspectImage> list;

    ImageListPane(InspectViewModel model, FxTasks tasks) {
        this.model = model;
        getStyleClass().add("image-list-pane");
        list = new ListView<>(model.images());
        list.setId("inspect-images");
        list.setFixedCellSize(ImageCell.HEIGHT);
        Thumbnailer<Path> thumbnailer = new Thumbnailer<>(tasks, this::reading, list::refresh);
        list.setCellFactory(view -> new ImageCell(model, thumbnailer));
        Label none = new Label("Open a project in Annotate, or open images here.");
        none.setWrapText(true);
        none.getStyleClass().addAll("text-muted", "list-empty");
        list.setPlaceholder(none);
        setTop(head());
        setCenter(list);
        connectSelection();
        model.revisionProperty().addListener((o, was, is) -> list.refresh());
        model.thresholdProperty().addListener((o, was, is) -> list.refresh());
    }

    private Optional<Callable<RgbImage>> reading(Path image) {
        return model.files().map(files -> () -> files.thumbnail(image, Thumbnailer.SIDE));
    }

    private HBox head() {
        ComboBox<ImageSet> sets = new ComboBox<>();
        sets.setId("inspect-set");
        sets.getItems().setAll(ImageSet.values());
        sets.valueProperty().bindBidirectional(model.imageSetProperty());
        sets.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(sets, Priority.ALWAYS);
        Button open = new Button(null, new FontIcon("fth-plus"));
        open.setTooltip(new Tooltip("Look at other images…"));
        open.setAccessibleText("Look at other images");
        open.setOnAction(event -> chooseImages());
        HBox head = new HBox(8, sets, open);
        head.getStyleClass().add("pane-head");
        return head;
    }

    private void connectSelection() {
        model.selectedProperty().addListener((o, was, is) -> {
            if (is != list.getSelectionModel().getSelectedItem()) {
                list.getSelectionModel().select(is);
                list.scrollTo(is);
            }
        });
        list.getSelectionModel().selectedItemProperty().addListener((o, was, is) -> {
            if (is != null) {
                model.selectedProperty().set(is);
            }
        });
    }

    private void chooseImages() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Look at other images");
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("Images", ImageFileNames.patterns()));
        List<File> files = chooser.showOpenMultipleDialog(getScene().getWindow());
        if (files != null) {
            model.openImages(
                    files.stream().map(File::toPath).map(Path::toAbsolutePath).toList());
        }
    }
}
