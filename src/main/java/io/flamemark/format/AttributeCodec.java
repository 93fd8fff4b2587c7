package io.flamemark.format;

import io.flamemark.annotation.AttributeValue;
import io.flamemark.exchange.part.AttributeJson;
import io.flamemark.files.JsonObject;
import io.flamemark.files.JsonValue;
import java.util.Map;

/** VIA's {@code region_attributes} and {@code file_attributes}: name to value. */
final class AttributeCodec {

    private AttributeCodec() {}

    /** The values; none where {@code json} is missing, null or the empty list that some tools write. */
    static Map<String, AttributeValue> read(JsonValue json) {
        return AttributeJson.read(json);
    }

    static JsonObject write(Map<String, AttributeValue> values) {
        return AttributeJson.write(values);
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
                object = object.with(entry.getKey(), AttributeJson.writeValue(entry.getValue()));
            }
        }
        return object;
    }
}
