package io.flamemark.annotation;

import io.flamemark.annotation.AttributeSchema.Attribute;
import io.flamemark.annotation.AttributeSchema.Option;
import io.flamemark.annotation.AttributeSchema.Type;
import java.util.List;
import java.util.Optional;

/**
 * File attributes that say which picture of an image file the outlines were drawn on. They are ordinary attributes, so
 * that VIA keeps them and can edit them; VIA itself has no place for either.
 */
public final class PictureAttributes {

    /** Whether the EXIF orientation is applied; it is where the attribute is missing. */
    public static final String ORIENTATION = "exif_orientation";

    /** The picture as it is stored. */
    public static final String IGNORED = "ignored";

    /** The page of a file with several, from 1; the first where the attribute is missing. */
    public static final String PAGE = "page";

    private PictureAttributes() {}

    /** The definition of {@link #ORIENTATION} for a project's schema. */
    public static Attribute orientationDefinition() {
        return new Attribute(
                Type.DROPDOWN,
                "Whether the picture is turned as its EXIF data says",
                List.of(new Option("applied", ""), new Option(IGNORED, "")),
                List.of());
    }

    /** The definition of {@link #PAGE} for a project's schema. */
    public static Attribute pageDefinition() {
        return new Attribute(Type.TEXT, "The page of a file with several", List.of(), List.of());
    }

    /** Whether the picture is turned as its EXIF data says. */
    public static boolean isUpright(ImageEntry image) {
        return !IGNORED.equals(text(image, ORIENTATION));
    }

    /** The page, from 0. */
    public static int page(ImageEntry image) {
        String text = text(image, PAGE);
        return text.matches("[1-9]\\d{0,5}") ? Integer.parseInt(text) - 1 : 0;
    }

    private static String text(ImageEntry image, String name) {
        return Optional.ofNullable(image.attributes().get(name))
                .map(AttributeValue::display)
                .orElse("")
                .strip();
    }
}
