package io.flamemark.exchange.part;

import io.flamemark.annotation.AttributeValue;
import io.flamemark.annotation.ImageEntry;
import io.flamemark.annotation.PictureAttributes;
import io.flamemark.imaging.ImageDecoder;
import io.flamemark.imaging.Rendering;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The picture files of a project as an exporter needs them: where they lie and how large they are. Only the headers are
 * read, each once. Where the picture is not there, its size is what the file attributes {@code width} and {@code height}
 * say, in which imports of VIA and ours keep it.
 */
public final class Pictures {

    static final String WIDTH = "width";
    static final String HEIGHT = "height";

    private static final int LARGEST_SIDE = 1_000_000;

    private final Function<String, Optional<Path>> finder;
    private final ImageDecoder decoder = new ImageDecoder();
    private final Map<Picture, Optional<ImageDecoder.Size>> measured = new HashMap<>();
    private final boolean copied;

    private record Picture(Path file, Rendering rendering) {}

    /** @param finder finds the file of an image by its name in the project */
    public Pictures(Function<String, Optional<Path>> finder) {
        this(finder, false);
    }

    private Pictures(Function<String, Optional<Path>> finder, boolean copied) {
        this.finder = finder;
        this.copied = copied;
    }

    /** The same, to be copied by formats whose folders hold the pictures too. */
    public Pictures copied() {
        return new Pictures(finder, true);
    }

    /** Whether formats whose folders hold pictures get copies of them. */
    boolean areCopied() {
        return copied;
    }

    /** No picture is there. */
    public static Pictures none() {
        return new Pictures(filename -> Optional.empty());
    }

    /** The file of an image, if it is there. */
    public Optional<Path> file(ImageEntry image) {
        return finder.apply(image.filename());
    }

    /** Width and height in pixels of the picture that was annotated, where they can be known. */
    public Optional<ImageDecoder.Size> size(ImageEntry image) {
        Rendering rendering = new Rendering(PictureAttributes.isUpright(image), PictureAttributes.page(image));
        Optional<ImageDecoder.Size> known = file(image).flatMap(file -> measure(new Picture(file, rendering)));
        return known.isPresent() ? known : declared(image);
    }

    /** Whether the EXIF data of its file turns or mirrors the picture of an image. */
    boolean isTurned(ImageEntry image) {
        return file(image).filter(decoder::isTurned).isPresent();
    }

    private Optional<ImageDecoder.Size> measure(Picture picture) {
        return measured.computeIfAbsent(picture, p -> {
            try {
                return Optional.of(decoder.size(p.file(), p.rendering()));
            } catch (IOException e) {
                return Optional.empty();
            }
        });
    }

    private static Optional<ImageDecoder.Size> declared(ImageEntry image) {
        int width = length(image.attributes().get(WIDTH));
        int height = length(image.attributes().get(HEIGHT));
        return width > 0 && height > 0 ? Optional.of(new ImageDecoder.Size(width, height)) : Optional.empty();
    }

    private static int length(AttributeValue value) {
        String text = value == null ? "" : value.display();
        int length = text.matches("\\d{1,7}") ? Integer.parseInt(text) : 0;
        return length <= LARGEST_SIDE ? length : 0;
    }
}
