package io.flamemark.app.annotate;

import atlantafx.base.controls.CustomTextField;
import atlantafx.base.theme.Styles;
import io.flamemark.annotation.ImageId;
import io.flamemark.app.task.FxTasks;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The images of the project with a filter above them. */
final class ImageListPane extends VBox {

    private final AnnotateModel model;
    private final ListView<ImageId> list = new ListView<>();
    private final List<ImageCell> cells = new ArrayList<>();

    ImageListPane(AnnotateModel model, FxTasks tasks) {
        this.model = model;
        getStyleClass().addAll("side-panel", "image-list");
        Thumbnailer thumbnailer = new Thumbnailer(tasks, model.project()::locator, this::refresh);
        model.project().onOpened(thumbnailer::forget);
        list.setId("image-list");
        list.getStyleClass().addAll("flat-list", "edge-to-edge");
        list.setCellFactory(view -> {
            ImageCell cell = new ImageCell(model, thumbnailer);
            cells.add(cell);
            return cell;
        });
        list.setItems(model.images().shown());
        list.setFixedCellSize(63);
        list.setPlaceholder(placeholder());
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(header(), filter(), list);
        followSelection();
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
        VBox box = new VBox(6, field, preset);
        box.getStyleClass().add("panel-filter");
        return box;
    }

    private Label placeholder() {
        Label label = new Label();
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

    private void followSelection() {
        list.getSelectionModel().selectedItemProperty().addListener((o, was, is) -> {
            if (is != null) {
                model.show(is);
                // Refused while a polygon is half drawn: the list goes back to the image on the canvas.
                selectCurrent();
            }
        });
        model.imageProperty().addListener((o, was, is) -> {
            selectCurrent();
            refresh();
        });
        model.project().projectProperty().addListener((o, was, is) -> refresh());
        // A changed filter makes the list forget its selection.
        list.getItems().addListener((ListChangeListener<ImageId>) change -> selectCurrent());
        selectCurrent();
    }

    /** Not {@link ListView#refresh}, which would make all cells anew at each thumbnail. */
    private void refresh() {
        cells.forEach(ImageCell::refresh);
    }

    private void selectCurrent() {
        ImageId id = model.image().map(i -> i.id()).orElse(null);
        if (id == null) {
            list.getSelectionModel().clearSelection();
        } else if (!id.equals(list.getSelectionModel().getSelectedItem())) {
            list.getSelectionModel().select(id);
            reveal(list.getItems().indexOf(id));
        }
    }

    private void reveal(int index) {
        if (index >= 0) {
            list.scrollTo(Math.max(0, index - 2));
        }
    }
}
