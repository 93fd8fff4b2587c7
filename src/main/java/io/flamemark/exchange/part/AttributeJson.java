package io.flamemark.exchange.part;

import io.flamemark.annotation.AttributeValue;
import io.flamemark.files.JsonBoolean;
import io.flamemark.files.JsonException;
import io.flamemark.files.JsonMember;
import io.flamemark.files.JsonObject;
import io.flamemark.files.JsonString;
import io.flamemark.files.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;

/** Values of attributes as JSON: a text, an object of checked options, or whatever else stood there. */
public final class AttributeJson {

    private AttributeJson() {}

    /** The members of an object as values; none where {@code json} is no object. */
    public static Map<String, AttributeValue> read(JsonValue json) {
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

    /** Attributes as an object, in their order. */
    public static JsonObject write(Map<String, AttributeValue> values) {
        JsonObject.Builder object = JsonObject.builder();
        values.forEach((name, value) -> object.put(name, writeValue(value)));
        return object.build();
    }

    /** A value as {@code read} takes it: what was kept verbatim goes out as it came. */
    public static JsonValue writeValue(AttributeValue value) {
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
