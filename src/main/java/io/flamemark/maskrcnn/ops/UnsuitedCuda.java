package io.flamemark.maskrcnn.ops;

import ai.djl.engine.EngineException;
import ai.djl.util.cuda.CudaUtils;
import java.util.OptionalInt;

/**
 * Why DJL has loaded the engine's package for processors although there is one for cards. It asks the runtime library
 * of CUDA for cards, which is installed apart from the driver, and takes a package that is not newer than that library.
 */
final class UnsuitedCuda {

    /** Version 12.4 in the library's own numbers: that of the package in the build's profile {@code cuda}. */
    private static final int NEEDED = 12_040;

    private static final int MAJOR = 1000;
    private static final int MINOR = 10;

    private UnsuitedCuda() {}

    /** What is missing here; a part of a sentence. */
    static String reason() {
        return reason(runtime(), CudaUtils.getGpuCount());
    }

    /**
     * @param runtime the version of the runtime library, empty where there is none
     * @param cards how many it finds
     */
    static String reason(OptionalInt runtime, int cards) {
        if (runtime.isEmpty()) {
            return "the runtime library of CUDA " + inWords(NEEDED) + " or later is not found";
        }
        return cards > 0 && runtime.getAsInt() < NEEDED
                ? "the runtime library of CUDA is that of " + inWords(runtime.getAsInt()) + ", and " + inWords(NEEDED)
                        + " or later is needed"
                : "its driver is too old for the runtime library of CUDA, or offers it to no program";
    }

    private static OptionalInt runtime() {
        try {
            return OptionalInt.of(CudaUtils.getCudaVersion());
        } catch (IllegalStateException | EngineException e) {
            // No library, or one that does not even know its version.
            return OptionalInt.empty();
        }
    }

    private static String inWords(int version) {
        return version / MAJOR + "." + version % MAJOR / MINOR;
    }
}
