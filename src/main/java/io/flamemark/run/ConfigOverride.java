package io.flamemark.run;

import io.flamemark.files.JsonBoolean;
import io.flamemark.files.JsonException;
import io.flamemark.files.JsonNumber;
import io.flamemark.files.JsonObject;
import io.flamemark.files.JsonValue;
import io.flamemark.files.RecordJson;
import java.util.ArrayList;
import java.util.List;

/**
 * One change to a configuration by the name of its field, as {@code train --set network.minSize=256} gives it.
 *
 * @param path the field's name within {@code config.json}, with dots
 */
public record ConfigOverride(String path, String value) {

    /**
     * @param text {@code key=value}
     * @throws IllegalArgumentException if there is no {@code =}, with a sentence for the user
     */
    public static ConfigOverride parse(String text) {
        int at = text.indexOf('=');
        if (at <= 0) {
            throw new IllegalArgumentException("\"" + text + "\" is not of the form key=value.");
        }
        return new ConfigOverride(
                text.substring(0, at).strip(), text.substring(at + 1).strip());
    }

    /**
     * The configuration with the field set.
     *
     * @throws IllegalArgumentException if there is no such field or the value does not fit, with a sentence for the
     *     user
     */
    public RunConfig applyTo(RunConfig config) {
        JsonObject json = RecordJson.write(config);
        try {
            return RecordJson.read(set(json, List.of(path.split("\\.")), ""), RunConfig.class);
        } catch (JsonException e) {
            throw new IllegalArgumentException("\"" + path + "=" + value + "\": " + e.problem() + ".", e);
        }
    }

    private JsonObject set(JsonObject object, List<String> keys, String prefix) throws JsonException {
        String key = keys.get(0);
        JsonValue old = object.get(key).orElseThrow(() -> unknown(object, prefix));
        if (keys.size() > 1) {
            return object.with(key, set(old.asObject(), keys.subList(1, keys.size()), prefix + key + "."));
        }
        if (old instanceof JsonObject group) {
            throw unknown(group, prefix + key + ".");
        }
        return object.with(key, valueLike(old));
    }

    private IllegalArgumentException unknown(JsonObject object, String prefix) {
        List<String> known = new ArrayList<>();
        object.keys().forEach(key -> known.add(prefix + key));
        return new IllegalArgumentException(
                "There is no setting \"" + path + "\"; there are " + String.join(", ", known) + ".");
    }

    private JsonValue valueLike(JsonValue old) throws JsonException {
        return old instanceof JsonNumber || old instanceof JsonBoolean
                ? JsonValue.parse(path, value)
                : JsonValue.of(value);
    }
}
