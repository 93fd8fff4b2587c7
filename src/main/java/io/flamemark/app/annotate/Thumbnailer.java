package io.flamemark.app.annotate;

import io.flamemark.annotation.ImageEntry;
import io.flamemark.annotation.ImageId;
import io.flamemark.app.canvas.FxImage;
import io.flamemark.app.task.FxTasks;
import io.flamemark.dataset.ImageLocator;
import io.flamemark.imaging.ImageDecoder;
import io.flamemark.imaging.Thumbnails;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import javafx.scene.image.Image;

/**
 * Makes small pictures of images in the background, each once and one at a time, those asked for last first: they are
 * the ones in view. Used on the window's thread.
 */
final class Thumbnailer {

    /** A thumbnail as far as it is known. */
    sealed interface Thumbnail {

        /** Not made yet. */
        record Pending() implements Thumbnail {}

        /** Made. */
        record Made(Image image) implements Thumbnail {}

        /** The image cannot be read. */
        record Unreadable() implements Thumbnail {}
    }

    /** Twice the size shown, for dense screens. */
    private static final int SIDE = 128;

    private final FxTasks tasks;
    private final Supplier<ImageLocator> locator;
    private final Runnable onMade;
    private final ImageDecoder decoder = new ImageDecoder();
    private final Map<ImageId, Thumbnail> known = new HashMap<>();
    private final Deque<ImageEntry> waiting = new ArrayDeque<>();
    private final Set<ImageId> asked = new HashSet<>();
    private boolean working;
    private int generation;

    /** @param onMade called on the window's thread when another thumbnail is known */
    Thumbnailer(FxTasks tasks, Supplier<ImageLocator> locator, Runnable onMade) {
        this.tasks = tasks;
        this.locator = locator;
        this.onMade = onMade;
    }

    /** The thumbnail as far as it is known; asking for it has it made. */
    Thumbnail of(ImageEntry entry) {
        if (asked.add(entry.id())) {
            waiting.push(entry);
            next();
        }
        return known.getOrDefault(entry.id(), new Thumbnail.Pending());
    }

    /** Another project: what was made or asked for is of no use. */
    void forget() {
        generation++;
        waiting.clear();
        asked.clear();
        known.clear();
    }

    private void next() {
        if (working || waiting.isEmpty()) {
            return;
        }
        working = true;
        ImageEntry entry = waiting.pop();
        int wanted = generation;
        ImageLocator found = locator.get();
        tasks.task("Thumbnail of " + entry.filename(), progress -> make(entry, found))
                .unseen()
                .onSuccess(image -> learn(wanted, entry.id(), new Thumbnail.Made(image)))
                .onFailure(e -> learn(wanted, entry.id(), new Thumbnail.Unreadable()))
                .andFinally(() -> {
                    working = false;
                    next();
                })
                .start();
    }

    private void learn(int wanted, ImageId id, Thumbnail thumbnail) {
        if (wanted == generation) {
            known.put(id, thumbnail);
            onMade.run();
        }
    }

    private Image make(ImageEntry entry, ImageLocator locator) throws IOException {
        Path file = locator.find(entry.filename()).orElseGet(() -> locator.expected(entry.filename()));
        return FxImage.of(Thumbnails.of(decoder.decode(file), SIDE));
    }
}
