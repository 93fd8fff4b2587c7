package io.flamemark.host;

import io.flamemark.files.JsonException;
import io.flamemark.files.JsonObject;
import io.flamemark.files.JsonValue;
import io.flamemark.files.RecordJson;
import io.flamemark.run.LoggedEvent;
import java.util.Optional;

/**
 * The language between a host and its worker: JSON lines in UTF-8. To the worker go {@link WorkerCommand}s; from it come
 * {@link WorkerMessage}s and, word for word as in {@code events.jsonl}, the events of its run.
 *
 * <p>HotSpot and native libraries print on standard output too, so a line that does not start with a brace, or is no
 * sentence of this language, is text for the log.
 */
final class WorkerProtocol {

    static final int VERSION = 1;

    private WorkerProtocol() {}

    /** What a worker said. */
    sealed interface Spoken {

        record Event(LoggedEvent logged) implements Spoken {}

        record Message(WorkerMessage message) implements Spoken {}

        record Text(String line) implements Spoken {}
    }

    static String line(WorkerMessage message) {
        return RecordJson.write((Record) message).toString();
    }

    static String line(WorkerCommand command) {
        return RecordJson.write((Record) command).toString();
    }

    /** The command of a line, if it is one. */
    static Optional<WorkerCommand> command(String line) {
        try {
            return Optional.of(RecordJson.read(JsonValue.parse("command", line), WorkerCommand.class));
        } catch (JsonException e) {
            return Optional.empty();
        }
    }

    static Spoken spoken(String line) {
        if (!line.startsWith("{")) {
            return new Spoken.Text(line);
        }
        try {
            JsonObject json = JsonValue.parse("worker", line).asObject();
            return LoggedEvent.isOne(json) ? new Spoken.Event(LoggedEvent.of(json)) : new Spoken.Message(message(json));
        } catch (JsonException e) {
            return new Spoken.Text(line);
        }
    }

    /** An answer that makes no sense is a refusal as long as it says to what: somebody waits for it. */
    private static WorkerMessage message(JsonObject json) throws JsonException {
        try {
            return RecordJson.read(json, WorkerMessage.class);
        } catch (JsonException e) {
            if (!json.has("id")) {
                throw e;
            }
            return new WorkerMessage.Refused(
                    json.longInteger("id"),
                    "The detection process gave an answer that makes no sense: " + e.getMessage() + ".");
        }
    }
}
