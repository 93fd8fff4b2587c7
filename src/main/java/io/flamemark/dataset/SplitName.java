package io.flamemark.dataset;

import java.util.Locale;
import java.util.Optional;

/** What the file attribute {@code split} of an image says. */
enum SplitName {
    TRAIN,
    VALIDATION,
    TEST;

    /** The part a text names: {@code train}, {@code val} or {@code validation}, {@code test}. */
    static Optional<SplitName> parse(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "train", "training" -> Optional.of(TRAIN);
            case "val", "valid", "validation" -> Optional.of(VALIDATION);
            case "test" -> Optional.of(TEST);
            default -> Optional.empty();
        };
    }
}
