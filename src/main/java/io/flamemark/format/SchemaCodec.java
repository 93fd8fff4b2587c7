package io.flamemark.format;

import io.flamemark.annotation.AttributeSchema;
import io.flamemark.annotation.AttributeSchema.Attribute;
import io.flamemark.annotation.AttributeSchema.Option;
import io.flamemark.annotation.AttributeSchema.Type;
import io.flamemark.annotation.AttributeValue;
import io.flamemark.annotation.ImageEntry;
import io.flamemark.annotation.Region;
import io.flamemark.files.JsonBoolean;
import io.flamemark.files.JsonMember;
import io.flamemark.files.JsonObject;
import io.flamemark.files.JsonString;
import io.flamemark.files.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** VIA's {@code _via_attributes}: {@code {"region": {name: attribute}, "file": {name: attribute}}}. */
final class SchemaCodec {

    private static final Attribute DISCOVERED = new Attribute(Type.TEXT, "", List.of(), List.of());

    private SchemaCodec() {}

    static AttributeSchema read(JsonValue json) {
        return new AttributeSchema(readSide(json, "region"), readSide(json, "file"));
    }

    private static Map<String, Attribute> readSide(JsonValue json, String side) {
        Map<String, Attribute> attributes = new LinkedHashMap<>();
        if (member(json, side) instanceof JsonObject object) {
            object.members().forEach(m -> attributes.put(m.key(), readAttribute(m.value())));
        }
        return attributes;
    }

    private static Attribute readAttribute(JsonValue json) {
        List<Option> options = new ArrayList<>();
        if (member(json, "options") instanceof JsonObject object) {
            object.members().forEach(m -> options.add(new Option(m.key(), text(m.value()))));
        }
        return new Attribute(type(json), text(member(json, "description")), options, defaults(json));
    }

    private static Type type(JsonValue json) {
        String name = text(member(json, "type")).toUpperCase(Locale.ROOT);
        for (Type type : Type.values()) {
            if (type.name().equals(name)) {
                return type;
            }
        }
        return Type.TEXT;
    }

    private static List<String> defaults(JsonValue json) {
        if (member(json, "default_options") instanceof JsonObject object) {
            return object.members().stream()
                    .filter(m -> m.value() instanceof JsonBoolean chosen && chosen.value())
                    .map(JsonMember::key)
                    .toList();
        }
        String text = text(member(json, "default_value"));
        return text.isEmpty() ? List.of() : List.of(text);
    }

    /** The schema with every attribute that regions or images carry but nobody declared, as VIA adds them: as text. */
    static AttributeSchema withDiscovered(AttributeSchema declared, List<ImageEntry> images) {
        Map<String, Attribute> region = new LinkedHashMap<>(declared.region());
        Map<String, Attribute> file = new LinkedHashMap<>(declared.file());
        for (ImageEntry image : images) {
            discover(image.attributes(), file);
            for (Region r : image.regions()) {
                discover(r.attributes(), region);
            }
        }
        return new AttributeSchema(region, file);
    }

    private static void discover(Map<String, AttributeValue> values, Map<String, Attribute> attributes) {
        for (String name : values.keySet()) {
            if (!name.isEmpty() && !attributes.containsKey(name)) {
                attributes.put(name, DISCOVERED);
            }
        }
    }

    /** The object that held {@code known} with the differences to {@code next} applied. */
    static JsonObject patch(JsonValue node, AttributeSchema known, AttributeSchema next) {
        JsonObject root = node instanceof JsonObject object ? object : JsonObject.empty();
        JsonObject withRegion = root.with("region", patchSide(member(root, "region"), known.region(), next.region()));
        return withRegion.with("file", patchSide(member(root, "file"), known.file(), next.file()));
    }

    private static JsonObject patchSide(JsonValue node, Map<String, Attribute> known, Map<String, Attribute> next) {
        JsonObject object = node instanceof JsonObject old ? old : JsonObject.empty();
        for (String name : known.keySet()) {
            if (!next.containsKey(name) && object.has(name)) {
                object = object.without(name);
            }
        }
        for (Map.Entry<String, Attribute> entry : next.entrySet()) {
            Attribute was = known.get(entry.getKey());
            if (!entry.getValue().equals(was)) {
                object = object.with(entry.getKey(), definition(member(object, entry.getKey()), entry.getValue()));
            }
        }
        return object;
    }

    private static JsonObject definition(JsonValue node, Attribute next) {
        return node instanceof JsonObject object
                ? DefinitionWriter.patch(object, readAttribute(object), next)
                : DefinitionWriter.create(next);
    }

    private static JsonValue member(JsonValue json, String key) {
        return json instanceof JsonObject object ? object.get(key).orElse(null) : null;
    }

    private static String text(JsonValue json) {
        return json instanceof JsonString string ? string.value() : "";
    }
}
