package io.flamemark.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code open}: the window on a project. */
@Command(name = "open", description = "Open the window, on a project if one is named.")
final class OpenCommand implements Callable<Integer> {

    private final Ports ports;

    @Parameters(arity = "0..1", paramLabel = "PROJECT", description = "A project file or folder.")
    private Path project;

    @Mixin
    private CommonOptions common;

    OpenCommand(Ports ports) {
        this.ports = ports;
    }

    @Override
    public Integer call() {
        return ports.window().applyAsInt(Optional.ofNullable(project));
    }
}
