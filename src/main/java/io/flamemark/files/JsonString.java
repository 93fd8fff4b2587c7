package io.flamemark.files;

/** A JSON text. */
public final class JsonString extends JsonValue {

    private final String value;

    JsonString(String value) {
        this(value, null, 0, 0);
    }

    JsonString(String value, SourceText source, int start, int end) {
        super(source, start, end);
        this.value = value;
    }

    public String value() {
        return value;
    }

    @Override
    public String kind() {
        return "a text";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof JsonString that && that.value.equals(value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }
}
