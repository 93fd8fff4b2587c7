package io.flamemark.cli;

import picocli.CommandLine.Option;

/** Options that every command has. */
final class CommonOptions {

    @Option(names = "--json", description = "Write the result as JSON, for programs.")
    boolean json;

    @Option(names = "--verbose", description = "On failure, also print where in the program it happened.")
    boolean verbose;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    boolean help;
}
