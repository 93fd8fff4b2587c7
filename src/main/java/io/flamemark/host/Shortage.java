package io.flamemark.host;

import io.flamemark.run.RunDirectory;
import java.util.List;
import java.util.Optional;

/** Tells, from what was thrown, that the machine ran out of something, and says so in words. */
public final class Shortage {

    /** What libtorch's allocators, the C library and, on a full graphics card, CUDA's libraries say. */
    private static final List<String> MEMORY = List.of(
            "can't allocate memory",
            "cannot allocate memory",
            "not enough memory",
            "out of memory",
            "bad_alloc",
            "status_alloc_failed",
            "allocation_failed",
            "status_not_initialized");

    /** Whose memory it was, as far as the words tell. */
    private static final List<String> CARD = List.of("cuda", "cublas", "cudnn");

    /** What Linux, macOS and Windows say. */
    private static final List<String> DISK =
            List.of("no space left on device", "not enough space on the disk", "disk quota exceeded");

    private Shortage() {}

    /** Whether memory was short. */
    static boolean isOfMemory(Throwable thrown) {
        return isOfJavaMemory(thrown) || Causes.say(thrown, MEMORY);
    }

    private static boolean isOfJavaMemory(Throwable thrown) {
        return Causes.of(thrown).anyMatch(OutOfMemoryError.class::isInstance);
    }

    /** A sentence about a training where memory was short. */
    static Optional<String> ofMemory(Throwable thrown) {
        return Optional.of(isOfJavaMemory(thrown) ? "Training ran out of Java memory." : "Training ran out of memory.")
                .filter(sentence -> isOfMemory(thrown));
    }

    /** A sentence about looking at an image where memory was short. */
    public static Optional<String> ofMemoryToLook(Throwable thrown) {
        return Optional.of(Causes.say(thrown, CARD) ? "the memory of the graphics card" : "the memory")
                .filter(memory -> isOfMemory(thrown))
                .map(memory ->
                        "For this model and image " + memory + " is too small. Close other programs, or choose a model"
                                + " that was trained with a smaller image size.");
    }

    /** A sentence where the disk was full. */
    static Optional<String> ofDisk(Throwable thrown, RunDirectory run) {
        return Causes.say(thrown, DISK)
                ? Optional.of("The disk is full: nothing more can be written to " + run.root()
                        + ". Free some space, then resume the run: it goes on from its last checkpoint.")
                : Optional.empty();
    }
}
