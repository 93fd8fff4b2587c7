package io.flamemark.cli;

/** What a command's exit code says; scripts rely on it. */
public final class ExitCode {

    public static final int OK = 0;

    /** Done, and there is something to look at. */
    public static final int FINDINGS = 1;

    /** The command was not given as it must be. */
    public static final int USAGE = 2;

    /** Not done; the reason is on standard error. */
    public static final int FAILED = 3;

    private ExitCode() {}
}
