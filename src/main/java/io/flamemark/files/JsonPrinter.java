package io.flamemark.files;

/**
 * Tree to text. With {@code verbatim}, a node that was read is copied from its source, and a changed object or list
 * keeps the white space and the keys of the members that stayed; what is new follows the style of the file.
 */
final class JsonPrinter {

    private final JsonStyle style;
    private final boolean verbatim;
    private final StringBuilder out = new StringBuilder();

    private JsonPrinter(JsonStyle style, boolean verbatim) {
        this.style = style;
        this.verbatim = verbatim;
    }

    static String compact(JsonValue value) {
        return new JsonPrinter(JsonStyle.COMPACT, false).print(value);
    }

    static String indented(JsonValue value) {
        return new JsonPrinter(JsonStyle.INDENTED, false).print(value) + "\n";
    }

    /** What was read as it was, what is new in {@code style}. */
    static String verbatim(JsonValue value, JsonStyle style) {
        return new JsonPrinter(style, true).print(value);
    }

    private String print(JsonValue value) {
        value(value, 0, false);
        return out.toString();
    }

    /**
     * @param inline whether what holds the value stands on one line
     */
    private void value(JsonValue value, int depth, boolean inline) {
        if (verbatim && value.untouched()) {
            out.append(value.source.text(), value.start, value.end);
        } else if (value instanceof JsonObject object) {
            object(object, depth, inline);
        } else if (value instanceof JsonArray array) {
            array(array, depth, inline);
        } else if (value instanceof JsonString string) {
            JsonEscapes.quote(string.value(), out);
        } else if (value instanceof JsonNumber number) {
            out.append(number.literal());
        } else {
            // true, false and null are called what they are.
            out.append(value.kind());
        }
    }

    private void object(JsonObject object, int depth, boolean inline) {
        out.append('{');
        JsonSpacing spacing = JsonSpacing.of(object, inline || object.size() == 0, style, depth, verbatim);
        boolean first = true;
        for (JsonMember member : object.members()) {
            boolean read = verbatim && member.source != null;
            out.append(spacing.before(read && member.source == object.source ? member.keyStart : -1, first));
            key(member, read);
            value(member.value(), depth + 1, spacing.isInline());
            first = false;
        }
        out.append(spacing.closing()).append('}');
    }

    private void key(JsonMember member, boolean read) {
        if (read) {
            out.append(member.source.text(), member.keyStart, member.keyEnd)
                    .append(member.source.colonAfter(member.keyEnd));
        } else {
            JsonEscapes.quote(member.key(), out);
            out.append(style.colon());
        }
    }

    private void array(JsonArray array, int depth, boolean inline) {
        out.append('[');
        boolean oneLine = inline || array.size() == 0 || (style.plainListsInline() && JsonStyle.isPlain(array));
        JsonSpacing spacing = JsonSpacing.of(array, oneLine, style, depth, verbatim);
        boolean first = true;
        for (JsonValue element : array) {
            boolean read = verbatim && element.source != null && element.source == array.source;
            out.append(spacing.before(read ? element.start : -1, first));
            value(element, depth + 1, spacing.isInline());
            first = false;
        }
        out.append(spacing.closing()).append(']');
    }
}
