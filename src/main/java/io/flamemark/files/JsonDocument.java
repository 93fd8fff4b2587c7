package io.flamemark.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A JSON file as it was read: the tree, and whatever stands around it. {@link #toBytes} of an unchanged document gives
 * the bytes that were read; of a changed one, only the changed nodes differ.
 */
public final class JsonDocument {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final SourceText source;
    private final JsonValue original;
    private final JsonValue root;

    private JsonDocument(SourceText source, JsonValue original, JsonValue root) {
        this.source = source;
        this.original = original;
        this.root = root;
    }

    /** Reads a file in UTF-8, with or without a byte order mark. */
    public static JsonDocument read(Path file) throws IOException {
        return parse(file.toString(), readBytes(file));
    }

    /** The bytes of a file, unless there are more than can be read as JSON. */
    public static byte[] readBytes(Path file) throws IOException {
        long most = JsonLimits.standard().bytes();
        long size = Files.size(file);
        if (size > most) {
            throw new JsonException(
                    JsonPlace.of(file.toString()),
                    "the file has " + size + " bytes, more than the " + most + " that can be read");
        }
        return Files.readAllBytes(file);
    }

    /** Reads the bytes of a file that messages call {@code name}. */
    public static JsonDocument parse(String name, byte[] bytes) throws JsonException {
        return parse(name, bytes, JsonLimits.standard());
    }

    static JsonDocument parse(String name, byte[] bytes, JsonLimits limits) throws JsonException {
        SourceText source = new SourceText(name, SourceText.decode(name, bytes));
        String text = source.text();
        boolean marked = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
        // A space in the place of the mark keeps every offset as it is in the file.
        SourceText parsed = marked ? new SourceText(name, ' ' + text.substring(1)) : source;
        JsonValue root = JsonParsing.parse(parsed, limits);
        return new JsonDocument(source, root, root);
    }

    public JsonValue root() {
        return root;
    }

    /** The document with another tree, most of which should be nodes of this one. */
    public JsonDocument withRoot(JsonValue next) {
        return new JsonDocument(source, original, next);
    }

    /** The whole file, in UTF-8. */
    public byte[] toBytes() {
        String text = source.text();
        String body = JsonPrinter.verbatim(root, JsonStyle.of(original));
        return (text.substring(0, original.start) + body + text.substring(original.end))
                .getBytes(StandardCharsets.UTF_8);
    }
}
