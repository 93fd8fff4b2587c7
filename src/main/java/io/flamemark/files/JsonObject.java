package io.flamemark.files;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A JSON object: members in order. A key that stands twice keeps both members in the file; the last one counts, as in
 * JavaScript.
 *
 * <p>The typed getters ({@link #string}, {@link #number}, ...) throw a {@link JsonException} that names the file, the
 * place and the key. In the {@code ...Or} forms a missing member and {@code null} give the default.
 */
public final class JsonObject extends JsonValue {

    private static final int SMALL = 8;

    /** Null until somebody asks, where the object stands in a text. */
    private volatile List<JsonMember> members;
    /** Only for large objects, once asked for: most have two to four members. */
    private volatile Map<String, JsonValue> byKey;

    private final boolean changed;

    private JsonObject(List<JsonMember> members, SourceText source, int start, int end, boolean changed) {
        super(source, start, end);
        this.members = members == null || members instanceof FixedList ? members : List.copyOf(members);
        this.changed = changed;
    }

    /** @param members null where they are to be built from the text, which is in order, when somebody asks */
    JsonObject(List<JsonMember> members, SourceText source, int start, int end) {
        this(members, source, start, end, false);
    }

    public static JsonObject of(List<JsonMember> members) {
        return new JsonObject(members, null, 0, 0, false);
    }

    public static JsonObject empty() {
        return of(List.of());
    }

    public static Builder builder() {
        return new Builder();
    }

    public List<JsonMember> members() {
        List<JsonMember> built = members;
        return built != null ? built : build();
    }

    private synchronized List<JsonMember> build() {
        if (members == null) {
            members = JsonBuilding.members(source, start);
        }
        return members;
    }

    /**
     * This object for somebody who reads it once: what was not asked for until now is built for the reader and not kept
     * here. Of thousands of such nodes only the reader's results stay in memory.
     */
    @Override
    public JsonObject passing() {
        return members != null ? this : new JsonObject(JsonBuilding.members(source, start), source, start, end);
    }

    /** The keys in order, each once. */
    public Set<String> keys() {
        Set<String> keys = new LinkedHashSet<>();
        members().forEach(m -> keys.add(m.key()));
        return keys;
    }

    public int size() {
        return members().size();
    }

    public boolean has(String key) {
        return find(key) != null;
    }

    public Optional<JsonValue> get(String key) {
        return Optional.ofNullable(find(key));
    }

    public String string(String key) throws JsonException {
        return typed(key, required(key), JsonValue::asString);
    }

    public double number(String key) throws JsonException {
        return typed(key, required(key), JsonValue::asDouble);
    }

    public int integer(String key) throws JsonException {
        return typed(key, required(key), JsonValue::asInt);
    }

    public long longInteger(String key) throws JsonException {
        return typed(key, required(key), JsonValue::asLong);
    }

    public boolean bool(String key) throws JsonException {
        return typed(key, required(key), JsonValue::asBoolean);
    }

    public JsonObject object(String key) throws JsonException {
        return typed(key, required(key), JsonValue::asObject);
    }

    public JsonArray array(String key) throws JsonException {
        return typed(key, required(key), JsonValue::asArray);
    }

    public String stringOr(String key, String otherwise) throws JsonException {
        return isAbsent(key) ? otherwise : string(key);
    }

    public double numberOr(String key, double otherwise) throws JsonException {
        return isAbsent(key) ? otherwise : number(key);
    }

    public int integerOr(String key, int otherwise) throws JsonException {
        return isAbsent(key) ? otherwise : integer(key);
    }

    public long longIntegerOr(String key, long otherwise) throws JsonException {
        return isAbsent(key) ? otherwise : longInteger(key);
    }

    public boolean boolOr(String key, boolean otherwise) throws JsonException {
        return isAbsent(key) ? otherwise : bool(key);
    }

    /** The member or an empty object. */
    public JsonObject objectOrEmpty(String key) throws JsonException {
        return isAbsent(key) ? empty() : object(key);
    }

    /** The member or an empty list. */
    public JsonArray arrayOrEmpty(String key) throws JsonException {
        return isAbsent(key) ? JsonArray.of(List.of()) : array(key);
    }

    /** The object with {@code key} set: in its place, or at the end where it is new. */
    public JsonObject with(String key, JsonValue value) {
        List<JsonMember> next = new ArrayList<>(members());
        for (int i = next.size() - 1; i >= 0; i--) {
            if (next.get(i).key().equals(key)) {
                next.set(i, next.get(i).withValue(value));
                return withMembers(next);
            }
        }
        next.add(new JsonMember(key, value));
        return withMembers(next);
    }

    /** The object without {@code key}. */
    public JsonObject without(String key) {
        return withMembers(members().stream().filter(m -> !m.key().equals(key)).toList());
    }

    /** This object with other members, laid out in the file as this one is. */
    public JsonObject withMembers(List<JsonMember> next) {
        return new JsonObject(next, source, start, end, true);
    }

    private static Map<String, JsonValue> index(List<JsonMember> members) {
        Map<String, JsonValue> index = new HashMap<>(members.size() * 4 / 3 + 1);
        members.forEach(m -> index.put(m.key(), m.value()));
        return index;
    }

    private JsonValue find(String key) {
        List<JsonMember> held = members();
        if (held.size() > SMALL) {
            return byKey(held).get(key);
        }
        for (int i = held.size() - 1; i >= 0; i--) {
            if (held.get(i).key().equals(key)) {
                return held.get(i).value();
            }
        }
        return null;
    }

    private Map<String, JsonValue> byKey(List<JsonMember> held) {
        Map<String, JsonValue> known = byKey;
        if (known == null) {
            known = index(held);
            byKey = known;
        }
        return known;
    }

    private boolean isAbsent(String key) {
        JsonValue value = find(key);
        return value == null || value instanceof JsonNull;
    }

    private JsonValue required(String key) throws JsonException {
        JsonValue value = find(key);
        if (value == null) {
            throw new JsonException(place(), "\"" + key + "\" is missing");
        }
        return value;
    }

    private interface Getter<T> {
        T get(JsonValue value) throws JsonException;
    }

    private static <T> T typed(String key, JsonValue value, Getter<T> getter) throws JsonException {
        try {
            return getter.get(value);
        } catch (JsonException e) {
            throw new JsonException(e.place(), "\"" + key + "\": " + e.problem());
        }
    }

    @Override
    boolean untouched() {
        return source != null && !changed;
    }

    @Override
    public String kind() {
        return "an object";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof JsonObject that && that.members().equals(members());
    }

    @Override
    public int hashCode() {
        return members().hashCode();
    }

    /** Puts an object together; a key put twice keeps its place and takes the last value. */
    public static final class Builder {

        private final Map<String, JsonValue> members = new LinkedHashMap<>();

        private Builder() {}

        public Builder put(String key, JsonValue value) {
            members.put(key, value);
            return this;
        }

        /** A text; null becomes JSON's {@code null}. */
        public Builder put(String key, String value) {
            return put(key, JsonValue.of(value));
        }

        public Builder put(String key, long value) {
            return put(key, JsonValue.of(value));
        }

        /** A number; {@code null} where it is not finite. */
        public Builder put(String key, double value) {
            return put(key, JsonValue.of(value));
        }

        public Builder put(String key, boolean value) {
            return put(key, JsonValue.of(value));
        }

        public JsonObject build() {
            List<JsonMember> list = new ArrayList<>(members.size());
            members.forEach((key, value) -> list.add(new JsonMember(key, value)));
            return of(list);
        }
    }
}
