package io.flamemark.host;

import io.flamemark.run.RunDirectory;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells, from what was thrown, that the machine ran out of something, and says so in words. */
final class Shortage {

    /** What libtorch's allocators and the C library say. */
    private static final List<String> MEMORY = List.of(
            "can't allocate memory", "cannot allocate memory", "not enough memory", "out of memory", "bad_alloc");

    /** What Linux, macOS and Windows say. */
    private static final List<String> DISK =
            List.of("no space left on device", "not enough space on the disk", "disk quota exceeded");

    private static final int DEEPEST_CAUSE = 20;

    private Shortage() {}

    /** A sentence where memory was short. */
    static Optional<String> ofMemory(Throwable thrown) {
        if (causes(thrown).anyMatch(OutOfMemoryError.class::isInstance)) {
            return Optional.of("Training ran out of Java memory.");
        }
        return says(thrown, MEMORY) ? Optional.of("Training ran out of memory.") : Optional.empty();
    }

    /** A sentence where the disk was full. */
    static Optional<String> ofDisk(Throwable thrown, RunDirectory run) {
        return says(thrown, DISK)
                ? Optional.of("The disk is full: nothing more can be written to " + run.root()
                        + ". Free some space, then resume the run: it goes on from its last checkpoint.")
                : Optional.empty();
    }

    private static boolean says(Throwable thrown, List<String> words) {
        return causes(thrown)
                .map(cause -> String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT))
                .anyMatch(message -> words.stream().anyMatch(message::contains));
    }

    private static Stream<Throwable> causes(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST_CAUSE);
    }
}
