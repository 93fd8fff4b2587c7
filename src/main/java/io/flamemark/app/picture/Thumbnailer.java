package io.flamemark.app.picture;

import io.flamemark.app.canvas.FxImage;
import io.flamemark.app.task.FxTasks;
import io.flamemark.imaging.RgbImage;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;

/**
 * Makes small pictures of images in the background, each once and one at a time, those asked for last first: they are
 * the ones in view. Those not looked at for long make room for others. Used on the window's thread.
 *
 * @param <K> what names an image
 */
public final class Thumbnailer<K> {

    /** In both directions at most, in pixels: more than is shown, for dense screens. */
    public static final int SIDE = 160;

    /** Far more than are ever in view; together about 50 MB. */
    private static final int MOST_KEPT = 600;

    /** An image asked for, and the work that reads it. */
    private record Wanted<K>(K key, Callable<RgbImage> reading) {}

    private final FxTasks tasks;
    private final Function<K, Optional<Callable<RgbImage>>> source;
    private final Runnable onMade;
    private final Map<K, Thumbnail> known = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<K, Thumbnail> eldest) {
            return size() > MOST_KEPT;
        }
    };
    private final Deque<Wanted<K>> waiting = new ArrayDeque<>();
    private boolean working;
    private int generation;

    /**
     * @param source the work that reads an image no larger than {@link #SIDE}, done in the background; nothing where
     *     there is no way to it yet, to be asked again
     * @param onMade called on the window's thread when another thumbnail is known
     */
    public Thumbnailer(FxTasks tasks, Function<K, Optional<Callable<RgbImage>>> source, Runnable onMade) {
        this.tasks = tasks;
        this.source = source;
        this.onMade = onMade;
    }

    /** The thumbnail as far as it is known; asking for it has it made. */
    public Thumbnail of(K key) {
        Thumbnail found = known.get(key);
        if (found != null) {
            return found;
        }
        source.apply(key).ifPresent(reading -> {
            known.put(key, new Thumbnail.Pending());
            waiting.push(new Wanted<>(key, reading));
            next();
        });
        return known.getOrDefault(key, new Thumbnail.Pending());
    }

    /** Another project: what was made or asked for is of no use. */
    public void forget() {
        generation++;
        waiting.clear();
        known.clear();
    }

    private void next() {
        if (working || waiting.isEmpty()) {
            return;
        }
        working = true;
        Wanted<K> wanted = waiting.pop();
        int asked = generation;
        tasks.task(
                        "Thumbnail of " + wanted.key(),
                        progress -> FxImage.of(wanted.reading().call()))
                .unseen()
                .onSuccess(image -> learn(asked, wanted.key(), new Thumbnail.Made(image)))
                .onFailure(e -> learn(asked, wanted.key(), new Thumbnail.Unreadable()))
                .andFinally(() -> {
                    working = false;
                    next();
                })
                .start();
    }

    private void learn(int asked, K key, Thumbnail thumbnail) {
        if (asked == generation) {
            known.put(key, thumbnail);
            onMade.run();
        }
    }
}
