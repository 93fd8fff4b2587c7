package io.flamemark.app.picture;

import java.util.Optional;
import javafx.scene.image.Image;

/** A small picture as far as it is known. */
public sealed interface Thumbnail {

    /** The picture, once it is made. */
    default Optional<Image> image() {
        return Optional.empty();
    }

    /** Not made yet. */
    record Pending() implements Thumbnail {}

    /** Made. */
    record Made(Image picture) implements Thumbnail {

        @Override
        public Optional<Image> image() {
            return Optional.of(picture);
        }
    }

    /** The image cannot be read. */
    record Unreadable() implements Thumbnail {}
}
