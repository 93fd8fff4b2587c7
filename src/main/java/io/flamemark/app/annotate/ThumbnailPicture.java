package io.flamemark.app.annotate;

import io.flamemark.app.picture.Thumbnail;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import org.kordamp.ikonli.javafx.FontIcon;

/** A thumbnail that fills a rounded box, and an icon in it until there is one. */
final class ThumbnailPicture extends StackPane {

    private static final double ROUNDING = 8;

    private final ImageView view = new ImageView();
    private final FontIcon placeholder = new FontIcon("fth-image");
    private final Rectangle clip = new Rectangle();

    ThumbnailPicture(double width, double height) {
        getStyleClass().add("thumbnail");
        clip.setArcWidth(ROUNDING);
        clip.setArcHeight(ROUNDING);
        view.setClip(clip);
        getChildren().addAll(placeholder, view);
        size(width, height);
    }

    /** Gives the box another size, in pixels of the window. */
    void size(double width, double height) {
        setMinSize(width, height);
        setPrefSize(width, height);
        setMaxSize(width, height);
        view.setFitWidth(width);
        view.setFitHeight(height);
        clip.setWidth(width);
        clip.setHeight(height);
        crop();
    }

    void show(Thumbnail thumbnail) {
        view.setImage(thumbnail.image().orElse(null));
        placeholder.setIconLiteral(thumbnail instanceof Thumbnail.Unreadable ? "fth-alert-triangle" : "fth-image");
        crop();
    }

    /** Shows the largest part of the image's middle that has the shape of the box. */
    private void crop() {
        Image image = view.getImage();
        if (image == null) {
            return;
        }
        double scale = Math.min(image.getWidth() / clip.getWidth(), image.getHeight() / clip.getHeight());
        double width = clip.getWidth() * scale;
        double height = clip.getHeight() * scale;
        view.setViewport(
                new Rectangle2D((image.getWidth() - width) / 2, (image.getHeight() - height) / 2, width, height));
    }
}
