package io.flamemark.files;

/**
 * A node of a JSON tree (RFC 8259): immutable, equal by content. A node that was read remembers its place in the source
 * text, so that {@link JsonDocument} writes it back byte for byte.
 */
public abstract sealed class JsonValue permits JsonObject, JsonArray, JsonString, JsonNumber, JsonBoolean, JsonNull {

    final SourceText source;
    final int start;
    final int end;

    JsonValue(SourceText source, int start, int end) {
        this.source = source;
        this.start = start;
        this.end = end;
    }

    public static JsonValue of(String value) {
        return value == null ? JsonNull.INSTANCE : new JsonString(value);
    }

    public static JsonValue of(long value) {
        return JsonNumber.of(value);
    }

    /** A number; {@code null} where it is not finite, as JavaScript's {@code JSON.stringify} does. */
    public static JsonValue of(double value) {
        return Double.isFinite(value) ? JsonNumber.of(value) : JsonNull.INSTANCE;
    }

    public static JsonValue of(boolean value) {
        return value ? JsonBoolean.TRUE : JsonBoolean.FALSE;
    }

    /**
     * Reads a JSON text.
     *
     * @param name what to call the text in messages
     */
    public static JsonValue parse(String name, String json) throws JsonException {
        return JsonParsing.parse(new SourceText(name, json), JsonLimits.standard());
    }

    /** The value for somebody who reads it once; see {@link JsonObject#passing}. */
    public JsonValue passing() {
        return this;
    }

    /** Whether the node stands in its source exactly as it is. */
    boolean untouched() {
        return source != null;
    }

    /** Where the node was read; for a made one, a place without a line. */
    public JsonPlace place() {
        return source == null ? JsonPlace.of("JSON") : source.place(start);
    }

    /** What it is, for a message: {@code a list}. */
    public abstract String kind();

    public JsonObject asObject() throws JsonException {
        if (this instanceof JsonObject object) {
            return object;
        }
        throw unexpected("an object");
    }

    public JsonArray asArray() throws JsonException {
        if (this instanceof JsonArray array) {
            return array;
        }
        throw unexpected("a list");
    }

    public String asString() throws JsonException {
        if (this instanceof JsonString string) {
            return string.value();
        }
        throw unexpected("a text");
    }

    public double asDouble() throws JsonException {
        if (this instanceof JsonNumber number) {
            return number.doubleValue();
        }
        throw unexpected("a number");
    }

    /** The whole number; one with a fraction or out of range is refused. */
    public long asLong() throws JsonException {
        if (this instanceof JsonNumber number && number.isWhole()) {
            return number.longValue();
        }
        throw unexpected("a whole number");
    }

    public int asInt() throws JsonException {
        long value = asLong();
        if (value != (int) value) {
            throw unexpected("a whole number of at most " + Integer.MAX_VALUE);
        }
        return (int) value;
    }

    public boolean asBoolean() throws JsonException {
        if (this instanceof JsonBoolean bool) {
            return bool.value();
        }
        throw unexpected("true or false");
    }

    private JsonException unexpected(String wanted) {
        return new JsonException(place(), "expected " + wanted + " but found " + kind());
    }

    /** Compact JSON, on one line. */
    @Override
    public final String toString() {
        return JsonPrinter.compact(this);
    }

    /** JSON indented by two spaces, for files that people read, with a final newline. */
    public final String toIndentedString() {
        return JsonPrinter.indented(this);
    }
}
