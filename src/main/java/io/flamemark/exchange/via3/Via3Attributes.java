package io.flamemark.exchange.via3;

import io.flamemark.annotation.AttributeSchema;
import io.flamemark.annotation.AttributeSchema.Attribute;
import io.flamemark.annotation.AttributeSchema.Option;
import io.flamemark.annotation.AttributeSchema.Type;
import io.flamemark.annotation.AttributeValue;
import io.flamemark.files.JsonException;
import io.flamemark.files.JsonMember;
import io.flamemark.files.JsonObject;
import io.flamemark.files.JsonString;
import io.flamemark.files.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** VIA 3's attributes, which values refer to by number: what they are called here, and what they are there. */
final class Via3Attributes {

    private static final Type[] TYPES = {null, Type.TEXT, Type.CHECKBOX, Type.RADIO, Type.DROPDOWN, Type.IMAGE};
    private static final String OF_FILES = "FILE1_Z0_XY0";

    private final Map<String, String> names = new LinkedHashMap<>();
    private final Map<String, Attribute> region = new LinkedHashMap<>();
    private final Map<String, Attribute> file = new LinkedHashMap<>();
    private final Map<String, Type> types = new LinkedHashMap<>();

    Via3Attributes(JsonObject json) throws JsonException {
        for (JsonMember member : json.members()) {
            if (member.value() instanceof JsonObject definition) {
                String name = definition.stringOr("aname", member.key());
                Attribute attribute = read(definition);
                names.put(member.key(), name);
                types.put(member.key(), attribute.type());
                boolean ofFiles = definition.stringOr("anchor_id", "").equals(OF_FILES);
                (ofFiles ? file : region).put(name, attribute);
            }
        }
    }

    private static Attribute read(JsonObject json) throws JsonException {
        int number = json.integerOr("type", 1);
        Type type = number > 0 && number < TYPES.length ? TYPES[number] : Type.TEXT;
        List<Option> options = new ArrayList<>();
        for (JsonMember option : json.objectOrEmpty("options").members()) {
            options.add(new Option(option.key(), text(option.value())));
        }
        String chosen = json.stringOr("default_option_id", "");
        return new Attribute(
                type,
                json.stringOr("desc", ""),
                type == Type.TEXT ? List.of() : options,
                chosen.isEmpty() ? List.of() : List.of(chosen.split(",")));
    }

    /** The values of a region or file by name. */
    Map<String, AttributeValue> values(JsonObject json) {
        Map<String, AttributeValue> values = new LinkedHashMap<>();
        for (JsonMember member : json.members()) {
            String name = names.getOrDefault(member.key(), member.key());
            String value = text(member.value());
            values.put(
                    name, types.get(member.key()) == Type.CHECKBOX ? choices(value) : new AttributeValue.Text(value));
        }
        return values;
    }

    private static AttributeValue choices(String joined) {
        Map<String, Boolean> checked = new LinkedHashMap<>();
        for (String id : joined.split(",")) {
            if (!id.isEmpty()) {
                checked.put(id, true);
            }
        }
        return new AttributeValue.Choices(checked);
    }

    /** The definitions of the file, then those that only turned up in values. */
    AttributeSchema schema(AttributeSchema discovered) {
        Map<String, Attribute> allRegion = new LinkedHashMap<>(region);
        Map<String, Attribute> allFile = new LinkedHashMap<>(file);
        discovered.region().forEach(allRegion::putIfAbsent);
        discovered.file().forEach(allFile::putIfAbsent);
        return new AttributeSchema(allRegion, allFile);
    }

    private static String text(JsonValue value) {
        return value instanceof JsonString text ? text.value() : value.toString();
    }
}
