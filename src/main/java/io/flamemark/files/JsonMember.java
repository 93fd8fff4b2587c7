package io.flamemark.files;

/** A key and its value in a {@link JsonObject}. */
public final class JsonMember {

    private final String key;
    private final JsonValue value;
    final SourceText source;
    final int keyStart;
    final int keyEnd;

    JsonMember(String key, JsonValue value, SourceText source, int keyStart, int keyEnd) {
        this.key = key;
        this.value = value;
        this.source = source;
        this.keyStart = keyStart;
        this.keyEnd = keyEnd;
    }

    public JsonMember(String key, JsonValue value) {
        this(key, value, null, 0, 0);
    }

    public String key() {
        return key;
    }

    public JsonValue value() {
        return value;
    }

    /** The member with another value, its key written as before. */
    public JsonMember withValue(JsonValue next) {
        return next == value ? this : new JsonMember(key, next, source, keyStart, keyEnd);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof JsonMember that && that.key.equals(key) && that.value.equals(value);
    }

    @Override
    public int hashCode() {
        return 31 * key.hashCode() + value.hashCode();
    }

    @Override
    public String toString() {
        return key + "=" + value;
    }
}
