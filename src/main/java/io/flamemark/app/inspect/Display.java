package io.flamemark.app.inspect;

import io.flamemark.geometry.Mask;
import java.util.Optional;
import javafx.scene.image.Image;

/** The picture on display. */
sealed interface Display {

    /** No image is chosen. */
    record Nothing() implements Display {}

    /** Being read. */
    record Loading(InspectImage image) implements Display {}

    /**
     * Ready.
     *
     * @param firePixels what the chromatic rule takes for fire
     * @param fireIou how well that fits the truth, empty where none is known
     */
    record Ready(InspectImage image, Image picture, Mask firePixels, Optional<Double> fireIou) implements Display {}

    /** It cannot be shown; a sentence that names the file. */
    record Unavailable(InspectImage image, String sentence) implements Display {}
}
