package io.flamemark.run;

import io.flamemark.files.JsonLines;
import io.flamemark.files.JsonLinesWriter;
import io.flamemark.files.JsonObject;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** {@code events.jsonl}: everything a run told, a line each; the truth about the run. Written by one process at a time. */
public final class RunEventLog implements Closeable {

    private final JsonLinesWriter writer;
    private final Clock clock;
    private long last;

    private RunEventLog(JsonLinesWriter writer, Clock clock, long last) {
        this.writer = writer;
        this.clock = clock;
        this.last = last;
    }

    /** Opens the log at its end. A line torn by a crash is cut off. */
    public static RunEventLog append(Path file, Clock clock) throws IOException {
        JsonLinesWriter writer = JsonLinesWriter.append(file);
        List<LoggedEvent> before = read(file);
        return new RunEventLog(
                writer,
                clock,
                before.isEmpty() ? 0 : before.get(before.size() - 1).seq());
    }

    /** Writes the next event; it survives this process from then on. */
    public LoggedEvent write(RunEvent event) throws IOException {
        LoggedEvent logged = new LoggedEvent(last + 1, clock.instant().truncatedTo(ChronoUnit.MILLIS), event);
        writer.write(logged.toJson());
        last++;
        return logged;
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }

    /** All complete events of a log; none where there is no log yet. A torn last line is left out. */
    public static List<LoggedEvent> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        List<LoggedEvent> events = new ArrayList<>();
        for (JsonObject line : JsonLines.read(file)) {
            events.add(LoggedEvent.of(line));
        }
        return events;
    }
}
