package io.flamemark.host;

import io.flamemark.dataset.LabelMap;
import io.flamemark.detection.Detections;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/** Looks at images with a trained model, outside the window's own process. */
public interface DetectionHost extends AutoCloseable {

    /**
     * Finds objects in one image. The model is loaded on first use and kept until another is asked for.
     *
     * @param weights a run directory, a model folder or a weights file
     * @return completes exceptionally with an {@link java.io.IOException} whose message is for the user
     */
    CompletableFuture<Found> detect(Path weights, Path image, double minScore);

    /** Detections with the names of their classes. */
    record Found(LabelMap labels, Detections detections) {}

    @Override
    void close();
}
