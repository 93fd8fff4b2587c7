package io.flamemark.files;

/** {@code null}. */
public final class JsonNull extends JsonValue {

    public static final JsonNull INSTANCE = new JsonNull(null, 0, 0);

    JsonNull(SourceText source, int start, int end) {
        super(source, start, end);
    }

    @Override
    public String kind() {
        return "null";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof JsonNull;
    }

    @Override
    public int hashCode() {
        return 0;
    }
}
