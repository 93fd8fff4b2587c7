package io.flamemark.app.annotate;

import io.flamemark.annotation.ImageEntry;
import io.flamemark.annotation.ImageId;
import io.flamemark.app.canvas.FxImage;
import io.flamemark.app.task.FxTasks;
import io.flamemark.app.task.Job;
import io.flamemark.dataset.FolderNotAllowedException;
import io.flamemark.dataset.ImageLocator;
import io.flamemark.dataset.PictureOf;
import io.flamemark.imaging.DeepImage;
import io.flamemark.imaging.ImageDecoder;
import io.flamemark.imaging.Levels;
import io.flamemark.imaging.Rendering;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Reads full-size images in the background and keeps the last few, so that going to the next one and back is immediate.
 * Used on the window's thread.
 */
final class Pictures {

    private static final int MOST_KEPT = 6;

    private final FxTasks tasks;
    private final Supplier<ImageLocator> locator;
    private final ImageDecoder decoder = new ImageDecoder();
    private final Map<Wanted, Picture.Ready> kept = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Wanted, Picture.Ready> eldest) {
            return size() > MOST_KEPT;
        }
    };
    private Job reading;
    private Job levelling;
    private int generation;

    /** The same file may be wanted otherwise after an edit. */
    private record Wanted(ImageId id, Rendering rendering) {

        static Wanted of(ImageEntry entry) {
            return new Wanted(entry.id(), PictureOf.rendering(entry));
        }
    }

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
        Picture.Ready ready = kept.get(Wanted.of(entry));
        if (ready != null) {
            then.accept(ready);
            return;
        }
        then.accept(new Picture.Loading(entry.filename()));
        ImageLocator found = locator.get();
        reading = tasks.task("Reading " + entry.filename(), progress -> decode(entry, found))
                .unseen()
                .onSuccess(picture -> {
                    keep(entry, picture);
                    then.accept(picture);
                })
                .onFailure(e -> then.accept(
                        new Picture.Unavailable(entry.filename(), sentence(e), e instanceof FolderNotAllowedException)))
                .start();
    }

    /** Reads an image that may be wanted next; failures wait until it is. */
    void readAhead(ImageEntry entry) {
        if (!kept.containsKey(Wanted.of(entry))) {
            ImageLocator found = locator.get();
            int wanted = generation;
            tasks.task("Reading ahead", progress -> decode(entry, found))
                    .unseen()
                    .onSuccess(picture -> {
                        if (wanted == generation) {
                            keep(entry, picture);
                        }
                    })
                    .onFailure(e -> {})
                    .start();
        }
    }

    /** Shows a picture of 16 bits at other levels; an earlier wish not yet fulfilled is dropped. */
    void level(Picture.Ready picture, DeepImage samples, Levels levels, Consumer<Picture> then) {
        if (levelling != null) {
            levelling.cancel();
        }
        levelling = tasks.task("Setting levels", progress -> FxImage.of(samples.through(levels)))
                .unseen()
                .onSuccess(image -> then.accept(picture.at(image)))
                .start();
    }

    /** Samples of 16 bits take too much room to keep them of images that are not looked at. */
    private void keep(ImageEntry entry, Picture.Ready picture) {
        if (picture.details().deep().isEmpty()) {
            kept.put(Wanted.of(entry), picture);
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

    private Picture.Ready decode(ImageEntry entry, ImageLocator locator) throws IOException {
        Path file = locator.get(entry.filename());
        Rendering rendering = PictureOf.rendering(entry);
        ImageDecoder.Decoded decoded = decoder.decodeDeep(file, rendering);
        ImageDecoder.Size size =
                new ImageDecoder.Size(decoded.image().width(), decoded.image().height());
        Picture.Details details = new Picture.Details(
                decoded.deep(),
                decoder.pages(file),
                rendering.page(),
                PictureOf.isOtherWayUp(entry, file, size, decoder));
        return new Picture.Ready(entry.filename(), FxImage.of(decoded.image()), details);
    }

    private static String sentence(Exception e) {
        return e instanceof IOException ? e.getMessage() : "The image could not be read: " + e;
    }
}
