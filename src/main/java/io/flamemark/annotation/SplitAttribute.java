package io.flamemark.annotation;

import io.flamemark.annotation.AttributeSchema.Attribute;
import io.flamemark.annotation.AttributeSchema.Option;
import io.flamemark.annotation.AttributeSchema.Type;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The file attribute that says what an image is used for. It is an ordinary dropdown, so VIA can edit it too. */
public final class SplitAttribute {

    public static final String NAME = "split";

    /** Learned from, measured on while learning, measured on at the end. */
    public static final List<String> VALUES = List.of("train", "val", "test");

    private SplitAttribute() {}

    /** Its definition for a project's schema. */
    public static Attribute definition() {
        List<Option> options =
                VALUES.stream().map(value -> new Option(value, "")).toList();
        return new Attribute(Type.DROPDOWN, "What the image is used for", options, List.of());
    }

    /** The one of {@link #VALUES} that a text means; people also write {@code training}, {@code valid}, {@code validation}. */
    public static Optional<String> meaning(String text) {
        String lower = text.strip().toLowerCase(Locale.ROOT);
        String value = switch (lower) {
            case "training" -> "train";
            case "valid", "validation" -> "val";
            default -> lower;
        };
        return VALUES.contains(value) ? Optional.of(value) : Optional.empty();
    }

    /** The split of an image as written, if it has one; not necessarily one of {@link #VALUES}. */
    public static Optional<String> of(ImageEntry image) {
        return Optional.ofNullable(image.attributes().get(NAME))
                .map(AttributeValue::display)
                .filter(split -> !split.isBlank());
    }
}
