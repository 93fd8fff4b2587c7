package io.flamemark.maskrcnn.ops;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Platform;

/**
 * Lets libtorch's threads sleep while they wait for each other instead of spinning. Alone on the machine that costs
 * nothing; beside other busy programs a training step was five times as fast. GNU OpenMP reads the setting from the
 * environment when it is loaded, and Java cannot change its own environment, so the C library is asked.
 */
final class OpenMpThreads {

    private static final String POLICY = "OMP_WAIT_POLICY";

    private OpenMpThreads() {}

    /** Must be called before libtorch is loaded; a choice of the user's own stands. */
    static void sleepWhileWaiting() {
        if (!Platform.isLinux()) {
            return;
        }
        try {
            Native.load("c", CLibrary.class).setenv(POLICY, "PASSIVE", 0);
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
