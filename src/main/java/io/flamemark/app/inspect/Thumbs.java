package io.flamemark.app.inspect;

import io.flamemark.app.canvas.FxImage;
import io.flamemark.app.task.FxTasks;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javafx.scene.image.Image;

/** Small pictures for the list, made in the background one at a time, those asked for last first. */
final class Thumbs {

    /** Twice the size shown, for dense screens. */
    private static final int SIDE = 112;

    private final FxTasks tasks;
    private final Supplier<Optional<InspectFiles>> files;
    private final Runnable onMade;
    private final Map<Path, Image> made = new HashMap<>();
    private final Set<Path> asked = new HashSet<>();
    private final Deque<InspectImage> waiting = new ArrayDeque<>();
    private boolean working;

    /** @param onMade called on the window's thread when another is there */
    Thumbs(FxTasks tasks, Supplier<Optional<InspectFiles>> files, Runnable onMade) {
        this.tasks = tasks;
        this.files = files;
        this.onMade = onMade;
    }

    /** The small picture if it is there; asking for it has it made. */
    Optional<Image> of(InspectImage image) {
        if (asked.add(image.file())) {
            waiting.push(image);
            next();
        }
        return Optional.ofNullable(made.get(image.file()));
    }

    private void next() {
        Optional<InspectFiles> source = files.get();
        if (working || waiting.isEmpty() || source.isEmpty()) {
            return;
        }
        working = true;
        InspectImage image = waiting.pop();
        tasks.task("Thumbnail of " + image.name(), p -> FxImage.of(source.get().thumbnail(image.file(), SIDE)))
                .unseen()
                .onSuccess(picture -> {
                    made.put(image.file(), picture);
                    onMade.run();
                })
                // An image that cannot be read says so when it is chosen; the list just has no picture of it.
                .onFailure(e -> {})
                .andFinally(() -> {
                    working = false;
                    next();
                })
                .start();
    }
}
