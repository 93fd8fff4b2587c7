package io.flamemark.cli;

import io.flamemark.host.RunHost;
import io.flamemark.run.Detector;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/**
 * What the commands need from outside.
 *
 * @param trainings where they run; the command that asks closes it
 * @param detectors made when first needed: it loads native libraries
 * @param window opens the window on a project and returns an exit code when it is closed
 * @param sampleProject the project that comes with the program, where it is found
 */
public record Ports(
        Supplier<RunHost> trainings,
        Supplier<Detector.Factory> detectors,
        ToIntFunction<Optional<Path>> window,
        Supplier<Optional<Path>> sampleProject) {}
