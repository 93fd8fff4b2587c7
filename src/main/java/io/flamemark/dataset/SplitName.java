package io.flamemark.dataset;

import io.flamemark.annotation.SplitAttribute;
import java.util.Optional;

/** What the file attribute {@code split} of an image says. */
enum SplitName {
    TRAIN,
    VALIDATION,
    TEST;

    /** The part a text names, in any way {@link SplitAttribute} understands. */
    static Optional<SplitName> parse(String text) {
        return SplitAttribute.meaning(text).map(SplitAttribute.VALUES::indexOf).map(index -> values()[index]);
    }
}
