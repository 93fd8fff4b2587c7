package io.flamemark.run;

import java.io.IOException;
import java.nio.file.Files;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * A run as a list shows it.
 *
 * @param given the name a person gave it, empty for none
 * @param preset what it was started with, {@value #UNKNOWN} where its configuration cannot be read
 * @param created when
 * @param status where it stands; a run whose process has died without saying so is shown as failed, and so is one whose
 *     status cannot be read
 * @param damage which of its files cannot be read and why, in sentences; empty while all is well
 */
public record RunSummary(
        RunDirectory directory, String given, String preset, Instant created, RunStatus status, String damage) {

    private static final String UNKNOWN = "?";

    /** A run that can be read and was given no name. */
    public RunSummary(RunDirectory directory, String preset, Instant created, RunStatus status) {
        this(directory, "", preset, created, status, "");
    }

    /** Reads what there is of a run. */
    static RunSummary of(RunDirectory run) {
        Damage damage = new Damage("");
        Optional<RunStatus> read = damage.read(run.state(), () -> RunFiles.status(run));
        String preset = damage.read(run.config(), () -> RunFiles.config(run))
                .map(RunConfig::preset)
                .orElse(UNKNOWN);
        RunStatus status =
                read.map(RunStatus::ifProcessDied).orElseGet(() -> RunStatus.unreadable(damage.told(), whenMade(run)));
        return new RunSummary(run, given(run), preset, status.created(), status, damage.told());
    }

    /** Notes that cannot be read are told of with the run's {@link RunDetails}; here they cost the name alone. */
    private static String given(RunDirectory run) {
        try {
            return RunNotes.of(run).name();
        } catch (IOException e) {
            return "";
        }
    }

    /** When a run began of which only the folder tells. */
    private static Instant whenMade(RunDirectory run) {
        String id = run.id();
        try {
            return LocalDateTime.parse(id.substring(0, Math.min(RunStore.MINUTE_LENGTH, id.length())), RunStore.MINUTE)
                    .atZone(ZoneId.systemDefault())
                    .toInstant();
        } catch (DateTimeException e) {
            return lastChange(run);
        }
    }

    private static Instant lastChange(RunDirectory run) {
        try {
            return Files.getLastModifiedTime(run.root()).toInstant();
        } catch (IOException e) {
            return Instant.EPOCH;
        }
    }

    public String id() {
        return directory.id();
    }

    /** What the run is called: the name it was given, or that of its directory. */
    public String name() {
        return given.isEmpty() ? id() : given;
    }

    /** Whether a file is unreadable without which little is known of the run. */
    public boolean isDamaged() {
        return !damage.isEmpty();
    }

    /** Whether there are weights to look at images with. */
    public boolean hasModel() {
        return Files.exists(directory.weights());
    }

    /** Whether it broke off before its time and can go on; see {@link RunResumption}. */
    public boolean canGoOn() {
        return !isDamaged() && RunResumption.isPossible(status);
    }
}
