package io.flamemark.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Files of one JSON object a line (JSON Lines), as an event log is: written by {@link JsonLinesWriter}, which may be
 * killed at any moment.
 */
public final class JsonLines {

    private JsonLines() {}

    /**
     * All complete lines. A last line without its end that is no JSON was torn by a crash and is left out; blank lines
     * are skipped.
     *
     * @throws JsonException if another line is no JSON object, naming its number
     */
    public static List<JsonObject> read(Path file) throws IOException {
        List<JsonObject> objects = new ArrayList<>();
        read(file, objects::add);
        return objects;
    }

    /** Takes one line after the other. */
    @FunctionalInterface
    public interface Taker {
        void take(JsonObject line) throws IOException;
    }

    /** Like {@link #read(Path)}, for long files: no more than one line is held at a time. */
    public static void read(Path file, Taker taker) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        int line = 1;
        for (int start = 0; start < bytes.length; line++) {
            int end = endOfLine(bytes, start);
            boolean last = end == bytes.length;
            String text = new String(bytes, start, end - start, StandardCharsets.UTF_8);
            if (!text.isBlank() && !(last && isTorn(text))) {
                taker.take(parseLine(file, line, text));
            }
            start = end + 1;
        }
    }

    private static JsonObject parseLine(Path file, int line, String text) throws JsonException {
        try {
            return JsonValue.parse(file.toString(), text).asObject();
        } catch (JsonException e) {
            JsonPlace place = new JsonPlace(file.toString(), line, e.place().column());
            throw new JsonException(place, e.problem());
        }
    }

    static boolean isTorn(String text) {
        try {
            JsonValue.parse("line", text).asObject();
            return false;
        } catch (JsonException e) {
            return true;
        }
    }

    private static int endOfLine(byte[] bytes, int start) {
        int i = start;
        while (i < bytes.length && bytes[i] != '\n') {
            i++;
        }
        return i;
    }
}
