package io.flamemark.format;

import io.flamemark.annotation.AttributeSchema;
import io.flamemark.files.AtomicFile;
import io.flamemark.files.JsonDocument;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The definitions of attributes in a file of their own, as VIA's Project > Export attributes writes them. Immutable;
 * lossless as {@link ProjectFile} is.
 */
public final class AttributesFile {

    private final JsonDocument json;
    private final AttributeSchema schema;

    private AttributesFile(JsonDocument json) {
        this.json = json;
        this.schema = SchemaCodec.read(json.root());
    }

    /** @throws FormatException if it is not a list of attributes */
    public static AttributesFile read(Path file) throws FormatException {
        ViaLoading.Content content = ViaLoading.read(file.toAbsolutePath().normalize());
        if (content.kind() != FileKind.VIA_ATTRIBUTES) {
            throw new FormatException(
                    file,
                    "this is " + content.kind().description()
                            + "; choose a list of attributes that VIA or this program exported.");
        }
        return new AttributesFile(content.json());
    }

    /** Writes definitions to a new file, as VIA does. */
    public static void create(Path file, AttributeSchema schema) throws FormatException {
        put(
                file,
                SchemaCodec.patch(null, AttributeSchema.empty(), schema)
                        .toString()
                        .getBytes(StandardCharsets.UTF_8));
    }

    public AttributeSchema schema() {
        return schema;
    }

    /** Writes {@code next} over what was read: definitions that did not change are written as they stood. */
    public void write(Path file, AttributeSchema next) throws FormatException {
        JsonDocument written = next.equals(schema) ? json : json.withRoot(SchemaCodec.patch(json.root(), schema, next));
        put(file, written.toBytes());
    }

    private static void put(Path file, byte[] bytes) throws FormatException {
        try {
            AtomicFile.write(file, bytes);
        } catch (IOException e) {
            throw new FormatException(file, "cannot be written (" + e + "); write under another name.", e);
        }
    }
}
