package io.flamemark.app.annotate;

import io.flamemark.annotation.ImageEntry;
import io.flamemark.annotation.ImageId;
import io.flamemark.app.picture.Thumbnailer;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A row of the image list: thumbnail, name, number of regions, split. */
final class ImageCell extends ListCell<ImageId> {

    private final AnnotateModel model;
    private final Thumbnailer<ImageId> thumbnailer;
    private final ThumbnailPicture picture = new ThumbnailPicture(60, 45);
    private final Label name = new Label();
    private final ImageFacts facts = new ImageFacts();
    private final HBox row;

    ImageCell(AnnotateModel model, Thumbnailer<ImageId> thumbnailer) {
        this.model = model;
        this.thumbnailer = thumbnailer;
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        name.setMinWidth(0);
        VBox text = new VBox(3, name, facts);
        text.setAlignment(Pos.CENTER_LEFT);
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        row = new HBox(10, picture, text);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setMinWidth(0);
        row.setPrefWidth(0);
        setMinWidth(0);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(ImageId id, boolean empty) {
        super.updateItem(id, empty);
        Optional<ImageEntry> entry = empty || id == null
                ? Optional.empty()
                : model.project().project().image(id);
        setGraphic(entry.isPresent() ? row : null);
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
