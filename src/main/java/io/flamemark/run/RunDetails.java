package io.flamemark.run;

import io.flamemark.dataset.Dataset;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A run with all that a table of runs shows.
 *
 * @param train number of images learned from
 * @param validation number of images judged by
 * @param config empty where it cannot be read
 * @param damage why part of it cannot be read, a sentence; empty while all is well
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
        List<String> damage = new ArrayList<>();
        Optional<Dataset> data = read(() -> RunFiles.dataset(run), damage);
        return new RunDetails(
                summary,
                read(() -> RunNotes.of(run), damage).orElse(RunNotes.NONE),
                read(() -> RunFiles.config(run), damage),
                data.map(it -> it.train().size()).orElse(0),
                data.map(it -> it.validation().size()).orElse(0),
                read(() -> new MetricsFile(run.metrics()).trained(), damage).orElse(Duration.ZERO),
                String.join(" ", damage));
    }

    private interface Reading<T> {
        T read() throws IOException;
    }

    private static <T> Optional<T> read(Reading<T> reading, List<String> damage) {
        try {
            return Optional.of(reading.read());
        } catch (IOException e) {
            damage.add("A file of this run cannot be read: " + e.getMessage());
            return Optional.empty();
        }
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
