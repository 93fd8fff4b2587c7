package io.flamemark.run;

import java.nio.file.Files;
import java.time.Instant;

/**
 * A run as a list shows it.
 *
 * @param preset what it was started with
 * @param created when
 * @param status where it stands; a run whose process has died without saying so is shown as failed
 */
public record RunSummary(RunDirectory directory, String preset, Instant created, RunStatus status) {

    public String id() {
        return directory.id();
    }

    /** Whether there are weights to look at images with. */
    public boolean hasModel() {
        return Files.exists(directory.weights());
    }

    /** Whether it broke off before its time and can go on; see {@link RunResumption}. */
    public boolean canGoOn() {
        return RunResumption.isPossible(status);
    }
}
