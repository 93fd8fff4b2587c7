package io.flamemark.run;

import java.time.Duration;
import java.util.Optional;

/**
 * A run with all that a table of runs shows.
 *
 * @param train number of images learned from
 * @param validation number of images judged by
 * @param config empty where it cannot be read
 * @param damage why part of it cannot be read, in sentences; empty while all is well
 * @param trained the time that went into its measured epochs; what it waited or lay idle is left out
 */
public record RunDetails(
        RunSummary summary,
        RunNotes notes,
        Optional<RunConfig> config,
        int train,
        int validation,
        Duration trained,
        String damage) {

    /** Reads what there is: a file that cannot be read is told as damage, and costs what it says alone. */
    public static RunDetails of(RunSummary summary) {
        RunDirectory run = summary.directory();
        Damage damage = new Damage(summary.damage());
        Optional<FrozenDataset> data = damage.read(run.dataset(), () -> RunFiles.frozen(run));
        return new RunDetails(
                summary,
                damage.read(run.notes(), () -> RunNotes.of(run)).orElse(RunNotes.NONE),
                damage.read(run.config(), () -> RunFiles.config(run)),
                data.map(it -> it.train().size()).orElse(0),
                data.map(it -> it.validation().size()).orElse(0),
                damage.read(run.metrics(), () -> new MetricsFile(run.metrics()).trained())
                        .orElse(Duration.ZERO),
                damage.told());
    }

    public boolean isDamaged() {
        return !damage.isEmpty();
    }

    /** What the run is called: the name it was given, or that of its directory. */
    public String name() {
        return notes.name().isEmpty() ? summary.id() : notes.name();
    }

    /** The same with other notes. */
    public RunDetails with(RunNotes next) {
        return new RunDetails(summary, next, config, train, validation, trained, damage);
    }
}
