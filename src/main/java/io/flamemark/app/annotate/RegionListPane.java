package io.flamemark.app.annotate;

import atlantafx.base.theme.Styles;
import io.flamemark.annotation.ImageEntry;
import io.flamemark.annotation.Region;
import io.flamemark.annotation.RegionId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The regions of the current image; its selection is the canvas's. */
final class RegionListPane extends VBox {

    private final AnnotateModel model;
    private final ListView<RegionId> list = new ListView<>();
    private final List<RegionRow> rows = new ArrayList<>();
    private final Label count = new Label();
    private boolean following;

    RegionListPane(AnnotateModel model, ClassMenu classes) {
        this.model = model;
        list.setId("region-list");
        list.getStyleClass().addAll("flat-list", "edge-to-edge");
        list.setCellFactory(view -> {
            RegionRow row = new RegionRow(model, classes);
            rows.add(row);
            return row;
        });
        list.setFixedCellSize(38);
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.setPlaceholder(placeholder());
        VBox.setVgrow(list, Priority.ALWAYS);
        VBox.setVgrow(this, Priority.ALWAYS);
        getChildren().addAll(header(), list);
        list.getSelectionModel().getSelectedItems().addListener((ListChangeListener<RegionId>) c -> selected());
        model.imageProperty().addListener((o, was, is) -> follow());
        model.selectionProperty().addListener((o, was, is) -> follow());
        model.project().classesProperty().addListener((o, was, is) -> rows.forEach(RegionRow::refresh));
        follow();
    }

    private HBox header() {
        Label title = new Label("Regions");
        title.getStyleClass().add("panel-title");
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        count.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
        HBox header = new HBox(title, count);
        header.getStyleClass().add("panel-header");
        header.setAlignment(Pos.CENTER_LEFT);
        return header;
    }

    private Label placeholder() {
        Label label = new Label();
        label.textProperty()
                .bind(Bindings.when(model.imageProperty().isNull())
                        .then("The regions of an image are listed here.")
                        .otherwise("Nothing is drawn on this image.\nPress W and click around a flame."));
        label.getStyleClass().addAll(Styles.TEXT_MUTED, "placeholder");
        label.setWrapText(true);
        return label;
    }

    private void selected() {
        if (!following) {
            Set<RegionId> wanted = new LinkedHashSet<>(list.getSelectionModel().getSelectedItems());
            wanted.remove(null);
            model.select(wanted);
        }
    }

    /** Makes the list what the model is; its own selection events on the way mean nothing. */
    private void follow() {
        following = true;
        try {
            List<RegionId> ids = model.image().map(ImageEntry::regions).orElse(List.of()).stream()
                    .map(Region::id)
                    .toList();
            if (!ids.equals(list.getItems())) {
                list.getItems().setAll(ids);
            }
            rows.forEach(RegionRow::refresh);
            count.setText(String.valueOf(ids.size()));
            if (!new LinkedHashSet<>(list.getSelectionModel().getSelectedItems()).equals(model.selection())) {
                list.getSelectionModel().clearSelection();
                model.selection().forEach(list.getSelectionModel()::select);
                model.selection().stream().findFirst().ifPresent(list::scrollTo);
            }
        } finally {
            following = false;
        }
    }
}
