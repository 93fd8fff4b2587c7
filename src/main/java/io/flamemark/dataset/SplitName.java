package io.flamemark.dataset;

import io.flamemark.annotation.AttributeValue;
import io.flamemark.annotation.ImageEntry;
import java.util.Locale;
import java.util.Optional;

/** What the file attribute {@code split} of an image says. */
enum SplitName {
    TRAIN,
    VALIDATION,
    TEST;

    static final String ATTRIBUTE = "split";

    /** The attribute's text, if the image has one that is not blank. */
    static Optional<String> textOf(ImageEntry image) {
        return Optional.ofNullable(image.attributes().get(ATTRIBUTE))
                .map(AttributeValue::display)
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    /** The part a text names: {@code train}, {@code val} or {@code validation}, {@code test}. */
    static Optional<SplitName> parse(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "train", "training" -> Optional.of(TRAIN);
            case "val", "valid", "validation" -> Optional.of(VALIDATION);
            case "test" -> Optional.of(TEST);
            default -> Optional.empty();
        };
    }
}
