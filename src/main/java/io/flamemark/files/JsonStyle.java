package io.flamemark.files;

/**
 * How a JSON file is laid out, for what is added to it.
 *
 * @param newline line end, or empty where all stands on one line
 * @param indent added per level
 * @param colon between a key and its value
 * @param comma between two values that stand on one line
 * @param plainListsInline whether a list of numbers or texts stays on one line even in an indented file
 */
record JsonStyle(String newline, String indent, String colon, String comma, boolean plainListsInline) {

    static final JsonStyle COMPACT = new JsonStyle("", "", ":", ",", true);
    static final JsonStyle INDENTED = new JsonStyle("\n", "  ", ": ", ", ", true);

    /** The style of the file that {@code root} was read from. */
    static JsonStyle of(JsonValue root) {
        if (!(root instanceof JsonObject object) || object.source == null || object.size() == 0) {
            return COMPACT;
        }
        SourceText source = object.source;
        JsonMember first = object.members().get(0);
        String opening = source.openingGap(object.start);
        String newline = opening.contains("\r\n") ? "\r\n" : opening.contains("\n") ? "\n" : "";
        String indent = opening.substring(opening.lastIndexOf('\n') + 1);
        JsonArray plain = firstPlainList(root);
        JsonValue pair = plain != null ? plain : firstWithSeveral(object);
        return new JsonStyle(
                newline,
                newline.isEmpty() ? "" : indent,
                source.colonAfter(first.keyEnd),
                commaIn(source, pair),
                plain == null || !source.openingGap(plain.start).contains("\n"));
    }

    private static String commaIn(SourceText source, JsonValue container) {
        int second = -1;
        if (container instanceof JsonArray array) {
            second = array.get(1).start;
        } else if (container instanceof JsonObject object && object.size() > 1) {
            second = object.members().get(1).keyStart;
        }
        if (second < 0) {
            return ",";
        }
        SourceText.Gap gap = source.gapBefore(second);
        return gap.after().contains("\n") ? ", " : gap.before() + "," + gap.after();
    }

    /** The outermost object that has at least two members, along the first ones; or the innermost where none has. */
    private static JsonObject firstWithSeveral(JsonObject object) {
        boolean deeper = object.size() == 1 && object.members().get(0).value() instanceof JsonObject;
        return deeper ? firstWithSeveral((JsonObject) object.members().get(0).value()) : object;
    }

    /** The first list of at least two values that are not containers, in reading order. */
    private static JsonArray firstPlainList(JsonValue value) {
        if (value instanceof JsonArray array) {
            if (array.size() > 1 && isPlain(array)) {
                return array;
            }
            for (JsonValue element : array) {
                JsonArray found = firstPlainList(element);
                if (found != null) {
                    return found;
                }
            }
        } else if (value instanceof JsonObject object) {
            for (JsonMember member : object.members()) {
                JsonArray found = firstPlainList(member.value());
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    static boolean isPlain(JsonArray array) {
        return array.elements().stream().noneMatch(e -> e instanceof JsonObject || e instanceof JsonArray);
    }
}
