package io.flamemark.app.annotate;

import io.flamemark.imaging.DeepImage;
import java.util.Optional;
import javafx.scene.image.Image;

/** What the canvas has to show. */
sealed interface Picture {

    /** No image is chosen. */
    record Nothing() implements Picture {}

    /** The image is being read. */
    record Loading(String filename) implements Picture {}

    /** The image, ready. */
    record Ready(String filename, Image image, Details details) implements Picture {

        /** The same picture at other levels of its samples. */
        Ready at(Image shown) {
            return new Ready(filename, shown, details);
        }

        /** Whether it is the same picture, perhaps at other levels. */
        boolean isSameAs(Picture other) {
            return other instanceof Ready that && that.details == details;
        }
    }

    /**
     * The image cannot be shown.
     *
     * @param sentence says why and names the file
     * @param outside whether it lies in a folder that has to be allowed
     */
    record Unavailable(String filename, String sentence, boolean outside) implements Picture {}

    /**
     * What else is known of an image that was read.
     *
     * @param deep its samples, where they have 16 bits
     * @param pages how many pictures its file holds
     * @param page which of them this is, from 0
     * @param otherWayUp whether its regions were drawn on the picture turned otherwise
     */
    record Details(Optional<DeepImage> deep, int pages, int page, boolean otherWayUp) {}
}
