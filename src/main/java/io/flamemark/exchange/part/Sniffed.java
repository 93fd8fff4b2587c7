package io.flamemark.exchange.part;

import io.flamemark.files.JsonObject;
import io.flamemark.files.JsonValue;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * What is known of a file or folder before anybody says what it is. Content decides: the name of {@code path} may lie.
 *
 * @param path absolute and normal
 * @param folder whether it is a folder; {@code head} is empty then
 * @param head the first bytes of the file, at most {@link #HEAD}
 * @param json the whole file, where it is JSON
 */
public record Sniffed(Path path, boolean folder, byte[] head, Optional<JsonValue> json) {

    /** As many bytes as are looked at. */
    public static final int HEAD = 1 << 16;

    /** The head as text in UTF-8 without a byte order mark; a character cut in two at its end is no harm. */
    public String text() {
        String text = new String(head, StandardCharsets.UTF_8);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** The file, where it is a JSON object. */
    public Optional<JsonObject> object() {
        return json.filter(JsonObject.class::isInstance).map(JsonObject.class::cast);
    }

    /** Whether the file is a JSON object with all of these members. */
    public boolean hasAll(String... keys) {
        return object().filter(o -> Arrays.stream(keys).allMatch(o::has)).isPresent();
    }
}
