package io.flamemark.maskrcnn.ops;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Platform;
import java.util.Optional;

/**
 * The memory that arrays are made of. The C library keeps what is freed for what comes next, in pieces that often do not
 * fit; without a word from here it would hold half as much again as is ever in use.
 */
public final class NativeMemory {

    private static final Optional<CLibrary> LIBRARY = library();

    private NativeMemory() {}

    /** Gives what lies unused between arrays back to the system; does nothing where that is not known how to. */
    public static void giveBackUnused() {
        LIBRARY.ifPresent(library -> library.malloc_trim(0));
    }

    private static Optional<CLibrary> library() {
        if (!Platform.isLinux()) {
            return Optional.empty();
        }
        try {
            CLibrary library = Native.load("c", CLibrary.class);
            library.malloc_trim(0);
            return Optional.of(library);
        } catch (UnsatisfiedLinkError e) {
            // Another C library than GNU's keeps its memory in its own way.
            return Optional.empty();
        }
    }

    /** The one function of the C library that is needed. Public, or JNA cannot implement it. */
    public interface CLibrary extends Library {

        /** See malloc_trim(3). */
        int malloc_trim(long pad);
    }
}
