package io.flamemark.launch;

import io.flamemark.cli.Cli;
import java.util.List;

/** The program. It does not extend JavaFX's {@code Application}, which would not start from the class path. */
public final class Main {

    private static final String LOG_LEVEL = "flamemark.log";

    private Main() {}

    public static void main(String[] arguments) {
        if (isQuiet(List.of(arguments)) && System.getProperty(LOG_LEVEL) == null) {
            System.setProperty(LOG_LEVEL, "OFF");
        }
        System.exit(Cli.run(Wiring.ports(), System.out, System.err, arguments));
    }

    /** A command says in a sentence what failed; the log is for the window, and for those who ask. */
    private static boolean isQuiet(List<String> arguments) {
        return !arguments.isEmpty() && !arguments.get(0).equals("open") && !arguments.contains("--verbose");
    }
}
