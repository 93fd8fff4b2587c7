package io.flamemark.run;

import io.flamemark.dataset.LabelMap;
import io.flamemark.detection.Detections;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** A trained model, ready to look at images. Not safe for use by several threads at once. */
public interface Detector extends AutoCloseable {

    /** The classes the model knows. */
    LabelMap labels();

    /**
     * Finds objects in one image.
     *
     * @param minScore detections below it are dropped, 0..1
     * @return boxes and masks in pixels of the original image
     * @throws IOException if the image cannot be read; the message names it
     */
    Detections detect(Path image, double minScore) throws IOException;

    @Override
    void close();

    /** Opens models. */
    interface Factory {

        /** Opens one to compute where its training was told to. */
        default Detector open(Path weights) throws IOException {
            return open(weights, Optional.empty());
        }

        /**
         * @param weights a run directory, a model folder or a weights file
         * @param device where to compute, one of {@link RunConfig#DEVICES}; left out, it is as the training was told,
         *     and {@code auto} for weights of which no training is known
         * @throws IOException if it cannot be read or is not a model; the message names the file and the cause
         */
        Detector open(Path weights, Optional<String> device) throws IOException;
    }
}
