package io.flamemark.app.annotate;

import io.flamemark.annotation.ImageEntry;
import io.flamemark.annotation.ImageId;
import io.flamemark.app.picture.Thumbnailer;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.control.ListView;

/** The images as a list, whose selection is the current image. */
final class ImageRows extends ListView<ImageId> {

    private static final double ROW_HEIGHT = 63;

    private final AnnotateModel model;
    private final List<ImageCell> cells = new ArrayList<>();

    ImageRows(AnnotateModel model, Thumbnailer<ImageId> thumbnailer) {
        super(model.images().shown());
        this.model = model;
        setId("image-list");
        getStyleClass().addAll("flat-list", "edge-to-edge");
        setFixedCellSize(ROW_HEIGHT);
        setCellFactory(view -> {
            ImageCell cell = new ImageCell(model, thumbnailer);
            cells.add(cell);
            return cell;
        });
        getSelectionModel().selectedItemProperty().addListener((o, was, is) -> {
            if (is != null) {
                model.show(is);
                // Refused while a polygon is half drawn: the list goes back to the image on the canvas.
                selectCurrent();
            }
        });
        model.imageProperty().addListener((o, was, is) -> selectCurrent());
        // A changed filter makes the list forget its selection.
        getItems().addListener((ListChangeListener<ImageId>) change -> selectCurrent());
        selectCurrent();
    }

    /** Shows the images as they are now. Not {@link #refresh}, which would make all cells anew at each thumbnail. */
    void refreshCells() {
        cells.forEach(ImageCell::refresh);
    }

    /** Scrolls to the current image. */
    void reveal() {
        int at = getSelectionModel().getSelectedIndex();
        if (at >= 0) {
            scrollTo(Math.max(0, at - 2));
        }
    }

    private void selectCurrent() {
        ImageId id = model.image().map(ImageEntry::id).orElse(null);
        if (id == null) {
            getSelectionModel().clearSelection();
        } else if (!id.equals(getSelectionModel().getSelectedItem())) {
            getSelectionModel().select(id);
            reveal();
        }
    }
}
