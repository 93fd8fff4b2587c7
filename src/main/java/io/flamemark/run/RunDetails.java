package io.flamemark.run;

import io.flamemark.dataset.Dataset;
import java.io.IOException;
import java.time.Duration;

/**
 * A run with all that a table of runs shows.
 *
 * @param train number of images learned from
 * @param validation number of images judged by
 * @param trained the time that went into its measured epochs; what it waited or lay idle is left out
 */
public record RunDetails(
        RunSummary summary, RunNotes notes, RunConfig config, int train, int validation, Duration trained) {

    /** @throws IOException if one of the run's files cannot be read; the message names it */
    public static RunDetails of(RunSummary summary) throws IOException {
        RunDirectory run = summary.directory();
        Dataset data = RunFiles.dataset(run);
        return new RunDetails(
                summary,
                RunNotes.of(run),
                RunFiles.config(run),
                data.train().size(),
                data.validation().size(),
                new MetricsFile(run.metrics()).trained());
    }

    /** What the run is called: the name it was given, or that of its directory. */
    public String name() {
        return notes.name().isEmpty() ? summary.id() : notes.name();
    }

    /** The same with other notes. */
    public RunDetails with(RunNotes next) {
        return new RunDetails(summary, next, config, train, validation, trained);
    }
}
