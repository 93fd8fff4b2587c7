package io.flamemark.format.journal;

import io.flamemark.files.JsonException;
import io.flamemark.files.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The lines of a journal file up to the first that cannot be read.
 *
 * @param lines whole lines, in order
 * @param damaged whether a line that is not the last cannot be read; a torn last line is what a crash leaves
 */
record JournalText(List<JsonObject> lines, boolean damaged) {

    static JournalText of(String name, byte[] bytes) {
        List<JsonObject> lines = new ArrayList<>();
        for (int start = 0; start < bytes.length; ) {
            int end = endOfLine(bytes, start);
            Optional<JsonObject> line = JournalCodec.parse(name, bytes, start, end);
            if (line.isEmpty()) {
                return new JournalText(lines, end < bytes.length - 1);
            }
            lines.add(line.get());
            start = end + 1;
        }
        return new JournalText(lines, false);
    }

    /** The last base with the given checksum. */
    Optional<JournalLine.Base> base(String sha256) throws JsonException {
        Optional<JournalLine.Base> found = Optional.empty();
        for (JsonObject line : lines) {
            if (isBase(line) && line.string("sha256").equals(sha256)) {
                found = Optional.of((JournalLine.Base) JournalCodec.plain().read(line));
            }
        }
        return found.filter(base -> base.version() <= JournalLine.VERSION);
    }

    /** The edits that the file of {@code base} does not hold. */
    List<JournalLine.Entry> after(JournalLine.Base base, JournalCodec codec) throws JsonException {
        List<JournalLine.Entry> entries = new ArrayList<>();
        long next = base.after() + 1;
        for (JsonObject line : lines) {
            if (!isBase(line) && line.longInteger("number") >= next) {
                JournalLine.Entry entry = (JournalLine.Entry) codec.read(line);
                if (entry.number() != next) {
                    throw new JsonException(line.place(), "edit " + next + " is missing before edit " + entry.number());
                }
                entries.add(entry);
                next++;
            }
        }
        return entries;
    }

    boolean hasEntries() {
        return lines.stream().anyMatch(line -> !isBase(line));
    }

    private static boolean isBase(JsonObject line) {
        return line.has("sha256");
    }

    private static int endOfLine(byte[] bytes, int start) {
        int i = start;
        while (i < bytes.length && bytes[i] != '\n') {
            i++;
        }
        return i;
    }
}
