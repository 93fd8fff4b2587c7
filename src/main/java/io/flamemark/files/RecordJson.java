package io.flamemark.files;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Records to JSON and back, by their components: the one place where a record's fields and a file's keys meet.
 *
 * <p>A record becomes an object with a key per component, in order; one that implements a sealed interface also gets
 * {@code "type"}, its name in camel case, first. Components may be texts, numbers, booleans, enums (lower case, with
 * hyphens), paths, instants, records, sealed interfaces of records, {@code List}, {@code Set} and {@code Optional} of
 * these, and maps from text to these. An empty optional has no key; a double that is not finite is {@code null} and reads
 * back as NaN. Unknown keys are ignored, so that files of a later version with additions stay readable. A
 * {@link Leaf} gives a type another form.
 */
public final class RecordJson {

    private static final String TYPE = "type";
    private static final RecordJson STANDARD = with();

    /** How values of a type are written and read, in place of the usual way. */
    public record Leaf<T>(Class<T> type, Function<T, JsonValue> write, Reader<T> read) {

        private JsonValue toJson(Object value) {
            return write.apply(type.cast(value));
        }
    }

    /** Reads a value of a type. */
    @FunctionalInterface
    public interface Reader<T> {
        T read(JsonValue json) throws JsonException;
    }

    private final Map<Class<?>, Leaf<?>> leaves = new HashMap<>();

    private RecordJson() {}

    /** The usual form but for the types of the leaves; that of {@code Double} is for {@code double} too. */
    public static RecordJson with(Leaf<?>... leaves) {
        RecordJson json = new RecordJson();
        for (Leaf<?> leaf : leaves) {
            json.leaves.put(leaf.type(), leaf);
        }
        if (json.leaves.containsKey(Double.class)) {
            json.leaves.put(double.class, json.leaves.get(Double.class));
        }
        return json;
    }

    /** {@link #toJson} in the usual form. */
    public static JsonObject write(Record record) {
        return STANDARD.toJson(record);
    }

    /** {@link #fromJson} of the usual form. */
    public static <T> T read(JsonValue json, Class<T> type) throws JsonException {
        return STANDARD.fromJson(json, type);
    }

    /** Whether the object names one of the records of a sealed interface, or no record at all. */
    public static boolean knows(JsonObject json, Class<?> sealed) throws JsonException {
        String name = json.stringOr(TYPE, "");
        return name.isEmpty() || RecordShape.kinds(sealed).containsKey(name);
    }

    public JsonObject toJson(Record record) {
        JsonObject.Builder object = JsonObject.builder();
        RecordShape shape = RecordShape.of(record.getClass());
        shape.kind().ifPresent(kind -> object.put(TYPE, kind));
        for (RecordShape.Part part : shape.parts()) {
            Object value = part.of(record);
            if (!Optional.empty().equals(value)) {
                object.put(part.name(), json(value));
            }
        }
        return object.build();
    }

    /**
     * @param type a record, or a sealed interface of records
     * @throws JsonException if a key is missing or its value of another kind, naming the place
     */
    public <T> T fromJson(JsonValue json, Class<T> type) throws JsonException {
        return type.cast(type.isSealed() ? sealed(json.asObject(), type) : record(json.asObject(), type));
    }

    private JsonValue json(Object value) {
        Leaf<?> leaf = leaves.get(value.getClass());
        if (leaf != null) {
            return leaf.toJson(value);
        } else if (value instanceof Record record) {
            return toJson(record);
        } else if (value instanceof Optional<?> optional) {
            return json(optional.orElseThrow());
        } else if (value instanceof Collection<?> collection) {
            return JsonArray.of(collection, this::json);
        } else if (value instanceof Map<?, ?> map) {
            return object(map);
        } else if (value instanceof Double || value instanceof Float) {
            return JsonValue.of(((Number) value).doubleValue());
        } else if (value instanceof Number number) {
            return JsonValue.of(number.longValue());
        } else if (value instanceof Boolean bool) {
            return JsonValue.of(bool.booleanValue());
        } else if (value instanceof Enum<?> constant) {
            return JsonValue.of(enumName(constant));
        } else if (value instanceof String || value instanceof Path || value instanceof Instant) {
            return JsonValue.of(value.toString());
        }
        throw new IllegalArgumentException("no JSON for " + value);
    }

    private JsonObject object(Map<?, ?> map) {
        JsonObject.Builder object = JsonObject.builder();
        map.forEach((key, value) -> object.put((String) key, json(value)));
        return object.build();
    }

    private Object sealed(JsonObject object, Class<?> type) throws JsonException {
        String name = object.string(TYPE);
        Class<?> kind = RecordShape.kinds(type).get(name);
        if (kind == null) {
            throw new JsonException(object.place(), "\"type\": there is no " + name);
        }
        return record(object, kind);
    }

    private Object record(JsonObject object, Class<?> type) throws JsonException {
        RecordShape shape = RecordShape.of(type);
        Object[] values = new Object[shape.parts().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = part(object, shape.parts().get(i));
        }
        try {
            return shape.construct(values);
        } catch (InvocationTargetException e) {
            throw new JsonException(object.place(), String.valueOf(e.getCause().getMessage()));
        }
    }

    private Object part(JsonObject object, RecordShape.Part part) throws JsonException {
        Optional<JsonValue> found = object.get(part.name());
        if (part.isOptional()) {
            return found.isEmpty() || found.get() instanceof JsonNull
                    ? Optional.empty()
                    : Optional.of(value(part.name(), found.get(), argument(part.type())));
        }
        JsonValue json =
                found.orElseThrow(() -> new JsonException(object.place(), "\"" + part.name() + "\" is missing"));
        return value(part.name(), json, part.type());
    }

    private Object value(String key, JsonValue json, Type type) throws JsonException {
        try {
            return type instanceof ParameterizedType container
                    ? container(key, json, container)
                    : plain(json, (Class<?>) type);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new JsonException(json.place(), "\"" + key + "\": " + e.getMessage());
        }
    }

    private Object container(String key, JsonValue json, ParameterizedType type) throws JsonException {
        if (type.getRawType() == Map.class) {
            return map(json.asObject(), type.getActualTypeArguments()[1]);
        }
        List<Object> list = list(key, json, argument(type));
        return type.getRawType() == Set.class ? new LinkedHashSet<>(list) : list;
    }

    private Map<String, Object> map(JsonObject object, Type element) throws JsonException {
        Map<String, Object> map = new LinkedHashMap<>();
        for (JsonMember member : object.members()) {
            map.put(member.key(), value(member.key(), member.value(), element));
        }
        return map;
    }

    private List<Object> list(String key, JsonValue json, Type element) throws JsonException {
        List<Object> list = new ArrayList<>();
        for (JsonValue item : json.asArray()) {
            list.add(value(key, item, element));
        }
        return list;
    }

    private Object plain(JsonValue json, Class<?> type) throws JsonException {
        if (leaves.containsKey(type)) {
            return leaves.get(type).read().read(json);
        } else if (type == String.class) {
            return json.asString();
        } else if (type == int.class || type == Integer.class) {
            return json.asInt();
        } else if (type == long.class || type == Long.class) {
            return json.asLong();
        } else if (type == double.class || type == Double.class) {
            return json instanceof JsonNull ? Double.NaN : json.asDouble();
        } else if (type == boolean.class || type == Boolean.class) {
            return json.asBoolean();
        } else if (type == Path.class) {
            return path(json);
        } else if (type == Instant.class) {
            return Instant.parse(json.asString());
        } else if (type.isEnum()) {
            return constant(json, type);
        }
        return fromJson(json, type);
    }

    private static Path path(JsonValue json) throws JsonException {
        try {
            return Path.of(json.asString());
        } catch (InvalidPathException e) {
            throw new JsonException(json.place(), "not a path: " + e.getInput());
        }
    }

    private static Object constant(JsonValue json, Class<?> type) throws JsonException {
        String name = json.asString();
        for (Object constant : type.getEnumConstants()) {
            if (enumName((Enum<?>) constant).equals(name)) {
                return constant;
            }
        }
        throw new JsonException(
                json.place(),
                "there is no " + name + " among "
                        + Arrays.stream(type.getEnumConstants())
                                .map(c -> enumName((Enum<?>) c))
                                .toList());
    }

    private static Type argument(Type parameterized) {
        return ((ParameterizedType) parameterized).getActualTypeArguments()[0];
    }

    private static String enumName(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
