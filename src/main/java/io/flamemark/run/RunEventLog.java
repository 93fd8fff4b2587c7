package io.flamemark.run;

import io.flamemark.files.AtomicFile;
import io.flamemark.files.JsonLines;
import io.flamemark.files.JsonLinesWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * {@code events.jsonl}: everything a run told, a line each; the truth about the run. Written by one process at a time.
 */
public final class RunEventLog implements Closeable {

    private final Path file;
    private final Clock clock;
    private JsonLinesWriter writer;
    private long last;

    private RunEventLog(Path file, JsonLinesWriter writer, Clock clock, long last) {
        this.file = file;
        this.writer = writer;
        this.clock = clock;
        this.last = last;
    }

    /** Opens the log at its end. A line torn by a crash is cut off. */
    public static RunEventLog append(Path file, Clock clock) throws IOException {
        JsonLinesWriter writer = JsonLinesWriter.append(file);
        List<LoggedEvent> before = read(file);
        return new RunEventLog(file, writer, clock, lastOf(before));
    }

    private static long lastOf(List<LoggedEvent> events) {
        return events.isEmpty() ? 0 : events.get(events.size() - 1).seq();
    }

    /**
     * Takes back everything from the first void event on, because a run that goes on tells it again: no step and no
     * epoch is ever in the log twice.
     *
     * @return what is left
     */
    public List<LoggedEvent> backTo(RunEvent.Resumed point) throws IOException {
        List<LoggedEvent> all = read(file);
        List<LoggedEvent> kept =
                all.stream().takeWhile(logged -> !point.voids(logged.event())).toList();
        if (kept.size() < all.size()) {
            writer.close();
            AtomicFile.write(
                    file, kept.stream().map(logged -> logged.line() + "\n").collect(Collectors.joining()));
            writer = JsonLinesWriter.append(file);
            last = lastOf(kept);
        }
        return kept;
    }

    /** The number of the last event, 0 before the first. */
    public long last() {
        return last;
    }

    /** Writes the next event; it survives this process from then on. */
    public LoggedEvent write(RunEvent event) throws IOException {
        LoggedEvent logged = new LoggedEvent(last + 1, clock.instant().truncatedTo(ChronoUnit.MILLIS), event);
        writer.write(logged.toJson());
        last++;
        return logged;
    }

    /** What was written outlives a power cut from then on. */
    public void force() throws IOException {
        writer.force();
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }

    /**
     * All complete events of a log; none where there is no log yet. A torn last line is left out, and so are events of
     * kinds that only a later version knows.
     */
    public static List<LoggedEvent> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        List<LoggedEvent> events = new ArrayList<>();
        JsonLines.read(file, line -> LoggedEvent.ifKnown(line).ifPresent(events::add));
        return events;
    }
}
