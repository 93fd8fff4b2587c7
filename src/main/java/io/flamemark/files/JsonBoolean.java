package io.flamemark.files;

/** {@code true} or {@code false}. */
public final class JsonBoolean extends JsonValue {

    static final JsonBoolean TRUE = new JsonBoolean(true, null, 0, 0);
    static final JsonBoolean FALSE = new JsonBoolean(false, null, 0, 0);

    private final boolean value;

    JsonBoolean(boolean value, SourceText source, int start, int end) {
        super(source, start, end);
        this.value = value;
    }

    public boolean value() {
        return value;
    }

    @Override
    public String kind() {
        return Boolean.toString(value);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof JsonBoolean that && that.value == value;
    }

    @Override
    public int hashCode() {
        return Boolean.hashCode(value);
    }
}
