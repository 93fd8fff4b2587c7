package io.flamemark.app.annotate;

import io.flamemark.annotation.ImageEntry;
import io.flamemark.annotation.ImageId;
import io.flamemark.app.picture.Thumbnailer;
import java.util.Optional;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.VBox;
import org.controlsfx.control.GridCell;

/** A cell of the image grid: the picture, and under it the number of regions and the split. */
final class ImageTile extends GridCell<ImageId> {

    static final String STYLE = "image-tile";

    /** Of the frame and the space within it, on each side, in pixels. */
    private static final double EDGE = 6;
    /** The line of facts with the space above it. */
    private static final double FACTS = 24;
    /** Width to height of most cameras. */
    private static final double ASPECT = 4.0 / 3;

    private final AnnotateModel model;
    private final Thumbnailer<ImageId> thumbnailer;
    private final ThumbnailPicture picture = new ThumbnailPicture(0, 0);
    private final ImageFacts facts = new ImageFacts();
    private final VBox content = new VBox(picture, facts);
    private final Tooltip name = new Tooltip();

    /** The height of a tile of a width. */
    static double heightFor(double width) {
        return (width - 2 * EDGE) / ASPECT + FACTS + 2 * EDGE;
    }

    ImageTile(AnnotateModel model, Thumbnailer<ImageId> thumbnailer) {
        this.model = model;
        this.thumbnailer = thumbnailer;
        getStyleClass().add(STYLE);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        facts.setMinHeight(FACTS);
        facts.setMaxHeight(FACTS);
        widthProperty().addListener((o, was, is) -> {
            double inner = Math.max(0, is.doubleValue() - 2 * EDGE);
            picture.size(inner, inner / ASPECT);
            facts.setMaxWidth(inner);
        });
        setOnMousePressed(press -> {
            if (press.getButton() == MouseButton.PRIMARY && getItem() != null) {
                getGridView().requestFocus();
                model.show(getItem());
            }
        });
    }

    @Override
    protected void updateItem(ImageId id, boolean empty) {
        super.updateItem(id, empty);
        Optional<ImageEntry> entry = empty || id == null
                ? Optional.empty()
                : model.project().project().image(id);
        setGraphic(entry.isPresent() ? content : null);
        setTooltip(entry.isPresent() ? name : null);
        updateSelected(entry.isPresent()
                && entry.map(ImageEntry::id).equals(model.image().map(ImageEntry::id)));
        entry.ifPresent(this::show);
    }

    /** Shows its image as it is now. */
    void refresh() {
        updateItem(getItem(), isEmpty());
    }

    private void show(ImageEntry entry) {
        name.setText(ImageFacts.nameOf(entry));
        facts.show(entry);
        picture.show(thumbnailer.of(entry.id()));
    }
}
