package io.flamemark.app.annotate;

import io.flamemark.annotation.ImageEntry;
import io.flamemark.annotation.ImageId;
import io.flamemark.app.canvas.FxImage;
import io.flamemark.app.task.FxTasks;
import io.flamemark.app.task.Job;
import io.flamemark.dataset.ImageLocator;
import io.flamemark.imaging.ImageDecoder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.image.Image;

/**
 * Reads full-size images in the background and keeps the last few, so that going to the next one and back is immediate.
 * Used on the window's thread.
 */
final class Pictures {

    private static final int MOST_KEPT = 6;

    private final FxTasks tasks;
    private final Supplier<ImageLocator> locator;
    private final ImageDecoder decoder = new ImageDecoder();
    private final Map<ImageId, Image> kept = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ImageId, Image> eldest) {
            return size() > MOST_KEPT;
        }
    };
    private Job reading;
    private int generation;

    /** @param locator gives the locator of the project open now */
    Pictures(FxTasks tasks, Supplier<ImageLocator> locator) {
        this.tasks = tasks;
        this.locator = locator;
    }

    /** Reads an image and hands over what can be shown; an earlier wish not yet fulfilled is dropped. */
    void read(ImageEntry entry, Consumer<Picture> then) {
        if (reading != null) {
            reading.cancel();
        }
        Image ready = kept.get(entry.id());
        if (ready != null) {
            then.accept(new Picture.Ready(entry.filename(), ready));
            return;
        }
        then.accept(new Picture.Loading(entry.filename()));
        ImageLocator found = locator.get();
        reading = tasks.task("Reading " + entry.filename(), progress -> decode(entry, found))
                .unseen()
                .onSuccess(image -> {
                    kept.put(entry.id(), image);
                    then.accept(new Picture.Ready(entry.filename(), image));
                })
                .onFailure(e -> then.accept(new Picture.Unavailable(entry.filename(), sentence(e))))
                .start();
    }

    /** Reads an image that may be wanted next; failures wait until it is. */
    void readAhead(ImageEntry entry) {
        if (!kept.containsKey(entry.id())) {
            ImageLocator found = locator.get();
            int wanted = generation;
            tasks.task("Reading ahead", progress -> decode(entry, found))
                    .unseen()
                    .onSuccess(image -> {
                        if (wanted == generation) {
                            kept.put(entry.id(), image);
                        }
                    })
                    .onFailure(e -> {})
                    .start();
        }
    }

    /** Another project: nothing kept is of use. */
    void forget() {
        generation++;
        kept.clear();
        if (reading != null) {
            reading.cancel();
        }
    }

    private Image decode(ImageEntry entry, ImageLocator locator) throws IOException {
        Path file = locator.find(entry.filename()).orElseGet(() -> locator.expected(entry.filename()));
        return FxImage.of(decoder.decode(file));
    }

    private static String sentence(Exception e) {
        return e instanceof IOException ? e.getMessage() : "The image could not be read: " + e;
    }
}
