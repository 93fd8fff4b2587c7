package io.flamemark.app.annotate;

import javafx.scene.image.Image;

/** What the canvas has to show. */
sealed interface Picture {

    /** No image is chosen. */
    record Nothing() implements Picture {}

    /** The image is being read. */
    record Loading(String filename) implements Picture {}

    /** The image, ready. */
    record Ready(String filename, Image image) implements Picture {}

    /** The image cannot be shown; the sentence says why and names the file. */
    record Unavailable(String filename, String sentence) implements Picture {}
}
