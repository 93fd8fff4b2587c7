package io.flamemark.dataset;

import io.flamemark.annotation.AttributeValue;
import io.flamemark.annotation.ImageEntry;
import io.flamemark.annotation.PictureAttributes;
import io.flamemark.annotation.Region;
import io.flamemark.geometry.Box;
import io.flamemark.imaging.ImageDecoder;
import io.flamemark.imaging.Rendering;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Which picture of its file an entry of a project was annotated on. */
public final class PictureOf {

    /** Annotators let outlines run a little over the border. */
    private static final double TOLERANCE = 2;

    private PictureOf() {}

    /** What the project says. */
    public static Rendering rendering(ImageEntry entry) {
        return new Rendering(PictureAttributes.isUpright(entry), PictureAttributes.page(entry));
    }

    /**
     * Whether the annotations of an image were made on the other way up than the project says: by the width and height
     * that its file attributes tell, as some tools write them, or by outlines that run over the border as it is and would
     * not the other way. Only a turn that swaps the sides can be told so.
     *
     * @param size of the picture as the project has it
     */
    public static boolean isOtherWayUp(ImageEntry entry, Path file, ImageDecoder.Size size, ImageDecoder decoder)
            throws IOException {
        Optional<ImageDecoder.Size> told = toldSize(entry);
        if (told.map(size::equals).orElseGet(() -> fits(entry, size))) {
            return false;
        }
        Rendering now = rendering(entry);
        ImageDecoder.Size other = decoder.size(file, new Rendering(!now.upright(), now.page()));
        return !other.equals(size) && told.map(other::equals).orElseGet(() -> fits(entry, other));
    }

    private static Optional<ImageDecoder.Size> toldSize(ImageEntry entry) {
        int width = number(entry, "width");
        int height = number(entry, "height");
        return width > 0 && height > 0 ? Optional.of(new ImageDecoder.Size(width, height)) : Optional.empty();
    }

    private static int number(ImageEntry entry, String name) {
        String text = Optional.ofNullable(entry.attributes().get(name))
                .map(AttributeValue::display)
                .orElse("");
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
    }

    private static boolean fits(ImageEntry entry, ImageDecoder.Size size) {
        return entry.regions().stream()
                .map(Region::shape)
                .flatMap(shape -> shape.bounds().stream())
                .allMatch(bounds -> fits(bounds, size));
    }

    private static boolean fits(Box bounds, ImageDecoder.Size size) {
        return bounds.x2() <= size.width() + TOLERANCE && bounds.y2() <= size.height() + TOLERANCE;
    }
}
