package io.flamemark.app.annotate;

import atlantafx.base.theme.Styles;
import io.flamemark.annotation.ImageEntry;
import io.flamemark.annotation.ImageId;
import io.flamemark.annotation.SplitAttribute;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import org.kordamp.ikonli.javafx.FontIcon;

/** A row of the image list: thumbnail, name, number of regions, split. */
final class ImageCell extends ListCell<ImageId> {

    private static final double WIDTH = 60;
    private static final double HEIGHT = 45;

    private final AnnotateModel model;
    private final Thumbnailer thumbnailer;
    private final ImageView view = new ImageView();
    private final FontIcon placeholder = new FontIcon("fth-image");
    private final Label name = new Label();
    private final Label count = new Label();
    private final Label split = new Label();
    private final HBox row;

    ImageCell(AnnotateModel model, Thumbnailer thumbnailer) {
        this.model = model;
        this.thumbnailer = thumbnailer;
        view.setFitWidth(WIDTH);
        view.setFitHeight(HEIGHT);
        Rectangle clip = new Rectangle(WIDTH, HEIGHT);
        clip.setArcWidth(8);
        clip.setArcHeight(8);
        view.setClip(clip);
        StackPane picture = new StackPane(placeholder, view);
        picture.getStyleClass().add("thumbnail");
        picture.setMinSize(WIDTH, HEIGHT);
        picture.setMaxSize(WIDTH, HEIGHT);
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        name.setMinWidth(0);
        count.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
        split.setMinWidth(USE_PREF_SIZE);
        HBox facts = new HBox(8, count, split);
        facts.setAlignment(Pos.CENTER_LEFT);
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
        name.setText(baseName(entry.filename()));
        int regions = entry.regions().size();
        count.setText(regions == 0 ? "no region" : regions == 1 ? "1 region" : regions + " regions");
        Optional<String> inSplit = SplitAttribute.of(entry);
        split.setText(inSplit.orElse(""));
        split.setVisible(inSplit.isPresent());
        split.setManaged(inSplit.isPresent());
        split.getStyleClass().setAll("label", "split-badge", "split-is-" + inSplit.orElse("none"));
        show(thumbnailer.of(entry));
    }

    private void show(Thumbnailer.Thumbnail thumbnail) {
        Image image = thumbnail instanceof Thumbnailer.Thumbnail.Made made ? made.image() : null;
        view.setImage(image);
        if (image != null) {
            view.setViewport(middle(image));
        }
        boolean unreadable = thumbnail instanceof Thumbnailer.Thumbnail.Unreadable;
        placeholder.setIconLiteral(unreadable ? "fth-alert-triangle" : "fth-image");
    }

    /** The largest part of the image's middle that has the shape of the cell's picture. */
    private static Rectangle2D middle(Image image) {
        double scale = Math.min(image.getWidth() / WIDTH, image.getHeight() / HEIGHT);
        double width = WIDTH * scale;
        double height = HEIGHT * scale;
        return new Rectangle2D((image.getWidth() - width) / 2, (image.getHeight() - height) / 2, width, height);
    }

    private static String baseName(String filename) {
        int slash = Math.max(filename.lastIndexOf('/'), filename.lastIndexOf('\\'));
        return filename.substring(slash + 1);
    }
}
