package io.flamemark.host;

import java.util.List;
import java.util.Optional;

/**
 * Tells, from what was thrown, that a graphics card has failed. After most of CUDA's errors it does nothing more for
 * the process that met one, whatever it is asked, while the next process finds it as good as ever.
 */
final class LostCard {

    /** What libtorch says before whatever CUDA and its libraries report. */
    private static final List<String> ERRORS = List.of("cuda error:", "cudnn error:");

    private LostCard() {}

    /** A sentence where one has; not where its memory was short, which passes. */
    static Optional<String> in(Throwable thrown) {
        return Shortage.isOfMemory(thrown)
                ? Optional.empty()
                : Causes.of(thrown)
                        .filter(cause -> cause.getMessage() != null && Causes.say(cause, ERRORS))
                        .reduce((outer, inner) -> inner)
                        .map(cause -> "The graphics card failed: "
                                + cause.getMessage().lines().findFirst().orElse("")
                                + ". Try again: that starts it anew.");
    }
}
