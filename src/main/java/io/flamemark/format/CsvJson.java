package io.flamemark.format;

import io.flamemark.files.JsonArray;
import io.flamemark.files.JsonException;
import io.flamemark.files.JsonMember;
import io.flamemark.files.JsonNull;
import io.flamemark.files.JsonObject;
import io.flamemark.files.JsonString;
import io.flamemark.files.JsonValue;
import java.util.ArrayList;
import java.util.List;

/**
 * The JSON in the cells of a VIA CSV. VIA itself writes the bare word {@code undefined} for a radio or dropdown without a
 * default, which is no JSON; it is read as a missing member.
 */
final class CsvJson {

    private static final String WORD = "undefined";

    /** Stands for the word while the cell is parsed; a private character that nobody types. */
    private static final String STAND_IN = "\uE0FFundefined\uE0FF";

    private CsvJson() {}

    /**
     * What a cell says.
     *
     * @param value the text itself where it is no JSON
     * @param problem why it is no JSON, empty where it is
     * @param undefined whether the bare word stood in it
     */
    record Cell(JsonValue value, String problem, boolean undefined) {

        static final Cell EMPTY = new Cell(JsonObject.empty(), "", false);

        boolean readable() {
            return problem.isEmpty();
        }
    }

    static Cell read(String text) {
        String stripped = text.strip();
        if (stripped.isEmpty() || stripped.equals("{}")) {
            return Cell.EMPTY;
        }
        boolean undefined = hasWord(text);
        try {
            JsonValue value = JsonValue.parse("cell", undefined ? withStandIns(text) : text);
            return new Cell(undefined ? without(value) : value, "", undefined);
        } catch (JsonException e) {
            return new Cell(JsonValue.of(text), e.problem(), undefined);
        }
    }

    private static boolean hasWord(String text) {
        return text.contains(WORD) && !withStandIns(text).equals(text);
    }

    /** The text with every bare word in quotes. */
    private static String withStandIns(String text) {
        StringBuilder out = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted && c == '\\' && i + 1 < text.length()) {
                out.append(c).append(text.charAt(++i));
            } else if (!quoted && text.startsWith(WORD, i)) {
                out.append('"').append(STAND_IN).append('"');
                i += WORD.length() - 1;
            } else {
                quoted ^= c == '"';
                out.append(c);
            }
        }
        return out.toString();
    }

    /** Missing in an object, null in a list, as JavaScript's {@code JSON.stringify} treats it. */
    private static JsonValue without(JsonValue value) {
        if (value instanceof JsonObject object) {
            List<JsonMember> members = new ArrayList<>();
            for (JsonMember member : object.members()) {
                if (!isStandIn(member.value())) {
                    members.add(member.withValue(without(member.value())));
                }
            }
            return object.withMembers(members);
        }
        if (value instanceof JsonArray array) {
            return array.withElements(
                    array.elements().stream().map(CsvJson::without).toList());
        }
        return isStandIn(value) ? JsonNull.INSTANCE : value;
    }

    private static boolean isStandIn(JsonValue value) {
        return value instanceof JsonString text && text.value().equals(STAND_IN);
    }
}
