package io.flamemark.cli;

import io.flamemark.run.Environment;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code flamemark} without a command: the window. */
@Command(
        name = "flamemark",
        description = "Annotate fire by hand, train a Mask R-CNN, inspect what it sees.",
        versionProvider = RootCommand.Version.class,
        footer = {"", "Without a command the window opens. Exit codes: 0 done, 1 findings, 2 wrong usage, 3 failed."})
final class RootCommand implements Callable<Integer> {

    private final Ports ports;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the version.")
    private boolean version;

    @Mixin
    private CommonOptions common;

    RootCommand(Ports ports) {
        this.ports = ports;
    }

    @Override
    public Integer call() {
        return ports.window().applyAsInt(Optional.empty());
    }

    /** The program's name and version. */
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            return new String[] {Environment.thisProgram()};
        }
    }
}
