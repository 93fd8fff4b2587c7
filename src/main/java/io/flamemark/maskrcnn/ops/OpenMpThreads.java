package io.flamemark.maskrcnn.ops;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Platform;

/**
 * Lets libtorch's threads look only a moment whether the others are ready before they sleep. GNU OpenMP's own 300,000
 * looks made a training step five times as slow beside other busy programs; no look at all made it nine percent slower
 * on a machine of its own, as waking a thread takes longer than most waits. The variables are GNU OpenMP's
 * ({@code GOMP_SPINCOUNT}, {@code OMP_WAIT_POLICY}). It reads them from the environment when it is loaded, and Java
 * cannot change its own environment, so the C library is asked.
 */
final class OpenMpThreads {

    private static final String POLICY = "OMP_WAIT_POLICY";
    private static final String LOOKS = "GOMP_SPINCOUNT";

    /** Beside four other busy programs 1,000 cost 4 percent of a step, 3,000 a fifth. */
    private static final String FEW = "1000";

    private OpenMpThreads() {}

    /** Must be called before libtorch is loaded; a choice of the user's own stands. */
    static void waitBriefly() {
        if (!Platform.isLinux() || System.getenv(POLICY) != null) {
            return;
        }
        try {
            Native.load("c", CLibrary.class).setenv(LOOKS, FEW, 0);
        } catch (UnsatisfiedLinkError e) {
            // Only slower beside other programs: no reason not to start.
            System.getLogger(OpenMpThreads.class.getName())
                    .log(System.Logger.Level.DEBUG, "The C library cannot be called", e);
        }
    }

    /** The one function of the C library that is needed. Public, or JNA cannot implement it. */
    public interface CLibrary extends Library {

        /** See setenv(3); {@code overwrite} 0 leaves a variable that is set. */
        int setenv(String name, String value, int overwrite);
    }
}
