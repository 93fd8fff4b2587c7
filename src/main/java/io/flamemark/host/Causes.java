package io.flamemark.host;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What was thrown, and what was thrown before it. */
final class Causes {

    private static final int DEEPEST = 20;

    private Causes() {}

    static Stream<Throwable> of(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST);
    }

    /** Whether one of them has some of these words in its message; they are given in small letters. */
    static boolean say(Throwable thrown, List<String> words) {
        return of(thrown)
                .map(cause -> String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT))
                .anyMatch(message -> words.stream().anyMatch(message::contains));
    }
}
