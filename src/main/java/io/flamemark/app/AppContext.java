package io.flamemark.app;

import io.flamemark.host.DetectionHost;
import io.flamemark.host.RunHost;
import io.flamemark.settings.SettingsStore;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What the window needs from outside of it.
 *
 * @param runHost where trainings run
 * @param detectionHost where images are looked at
 * @param settings the person's choices
 * @param startProject the project named on the command line
 * @param sampleProject the project that comes with the program, opened at the first start
 */
public record AppContext(
        RunHost runHost,
        DetectionHost detectionHost,
        SettingsStore settings,
        Optional<Path> startProject,
        Optional<Path> sampleProject) {}
