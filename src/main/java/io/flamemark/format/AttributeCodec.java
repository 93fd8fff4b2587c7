package io.flamemark.format;

import io.flamemark.annotation.AttributeValue;
import io.flamemark.files.JsonBoolean;
import io.flamemark.files.JsonException;
import io.flamemark.files.JsonMember;
import io.flamemark.files.JsonObject;
import io.flamemark.files.JsonString;
import io.flamemark.files.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;

/** VIA's {@code region_attributes} and {@code file_attributes}: name to value. */
final class AttributeCodec {

    private AttributeCodec() {}

    /** The values; none where {@code json} is missing, null or the empty list that some tools write. */
    static Map<String, AttributeValue> read(JsonValue json) {
        Map<String, AttributeValue> values = new LinkedHashMap<>();
        if (json instanceof JsonObject object) {
            object.members().forEach(m -> values.put(m.key(), readValue(m.value())));
        }
        return values;
    }

    private static AttributeValue readValue(JsonValue json) {
        if (json instanceof JsonString text) {
            return new AttributeValue.Text(text.value());
        }
        if (json instanceof JsonObject object
                && object.members().stream().allMatch(m -> m.value() instanceof JsonBoolean)) {
            Map<String, Boolean> checked = new LinkedHashMap<>();
            for (JsonMember member : object.members()) {
                checked.put(member.key(), ((JsonBoolean) member.value()).value());
            }
            return new AttributeValue.Choices(checked);
        }
        return new AttributeValue.Verbatim(json.toString());
    }

    static JsonObject write(Map<String, AttributeValue> values) {
        return patch(null, Map.of(), values);
    }

    /** The object that held {@code known} with the differences to {@code next} applied. */
    static JsonObject patch(JsonValue node, Map<String, AttributeValue> known, Map<String, AttributeValue> next) {
        JsonObject object = node instanceof JsonObject old ? old : JsonObject.empty();
        for (String name : known.keySet()) {
            if (!next.containsKey(name)) {
                object = object.without(name);
            }
        }
        for (Map.Entry<String, AttributeValue> entry : next.entrySet()) {
            if (!entry.getValue().equals(known.get(entry.getKey()))) {
                object = object.with(entry.getKey(), writeValue(entry.getValue()));
            }
        }
        return object;
    }

    private static JsonValue writeValue(AttributeValue value) {
        if (value instanceof AttributeValue.Text text) {
            return JsonValue.of(text.value());
        }
        if (value instanceof AttributeValue.Choices choices) {
            JsonObject.Builder object = JsonObject.builder();
            choices.checked().forEach(object::put);
            return object.build();
        }
        String json = ((AttributeValue.Verbatim) value).json();
        try {
            return JsonValue.parse("attribute", json);
        } catch (JsonException e) {
            return JsonValue.of(json);
        }
    }
}
