package io.flamemark.run;

import io.flamemark.files.JsonException;
import io.flamemark.files.JsonMember;
import io.flamemark.files.JsonObject;
import io.flamemark.files.JsonValue;
import io.flamemark.files.RecordJson;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An event with its place in the log. Its one-line JSON, {@code {"seq":7,"at":"2026-11-22T17:30:00Z","type":
 * "stepMeasured",...}}, is the same in the log and on the worker's standard output.
 *
 * @param seq from 1, without gaps
 */
public record LoggedEvent(long seq, Instant at, RunEvent event) {

    private static final String SEQ = "seq";
    private static final String AT = "at";

    public JsonObject toJson() {
        List<JsonMember> members = new ArrayList<>();
        members.add(new JsonMember(SEQ, JsonValue.of(seq)));
        members.add(new JsonMember(AT, JsonValue.of(at.toString())));
        members.addAll(RecordJson.write((Record) event).members());
        return JsonObject.of(members);
    }

    public String line() {
        return toJson().toString();
    }

    /** Whether an object is the line of an event, rather than something else a worker says. */
    public static boolean isOne(JsonObject json) {
        return json.has(SEQ);
    }

    public static LoggedEvent of(JsonObject json) throws JsonException {
        return new LoggedEvent(json.longInteger(SEQ), instant(json), RecordJson.read(json, RunEvent.class));
    }

    /** The event of a line; empty where it is of a kind that only a later version knows. */
    static Optional<LoggedEvent> ifKnown(JsonObject json) throws JsonException {
        return RecordJson.knows(json, RunEvent.class) ? Optional.of(of(json)) : Optional.empty();
    }

    private static Instant instant(JsonObject json) throws JsonException {
        try {
            return Instant.parse(json.string(AT));
        } catch (DateTimeException e) {
            throw new JsonException(json.place(), "\"" + AT + "\": " + e.getMessage());
        }
    }
}
