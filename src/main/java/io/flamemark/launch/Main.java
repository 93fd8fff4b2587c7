package io.flamemark.launch;

import io.flamemark.cli.Cli;

/** The program. It does not extend JavaFX's {@code Application}, which would not start from the class path. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(Cli.run(Wiring.ports(), System.out, System.err, arguments));
    }
}
