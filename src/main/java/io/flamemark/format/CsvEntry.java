package io.flamemark.format;

import io.flamemark.annotation.ImageEntry;
import io.flamemark.annotation.ImageId;
import io.flamemark.annotation.Region;
import io.flamemark.files.JsonArray;
import io.flamemark.files.JsonMember;
import io.flamemark.files.JsonObject;
import io.flamemark.files.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An image put together of its rows in a CSV; what it becomes is the entry that VIA makes of them when it imports. */
final class CsvEntry {

    private final String filename;
    private final String size;
    private final List<Region> regions = new ArrayList<>();
    private final List<JsonValue> nodes = new ArrayList<>();
    private final Map<String, JsonValue> attributes = new LinkedHashMap<>();
    private JsonValue unreadable;
    private String lastAttributes;

    CsvEntry(String filename, String size) {
        this.filename = filename;
        this.size = size;
    }

    boolean isEmpty() {
        return lastAttributes == null && regions.isEmpty();
    }

    int regionCount() {
        return regions.size();
    }

    /** Whether a cell of file attributes says something else than that of the row before. */
    boolean isNewAttributes(String raw) {
        boolean same = raw.equals(lastAttributes);
        lastAttributes = raw;
        return !same;
    }

    /** Takes the file attributes of a row; later rows go over earlier ones. */
    void attributes(JsonValue cell) {
        if (cell instanceof JsonObject object) {
            object.members().forEach(m -> attributes.put(m.key(), m.value()));
        } else if (SetAside.unreadableAttributes(cell)) {
            unreadable = cell;
        }
    }

    void add(Region region, JsonObject node) {
        regions.add(region);
        nodes.add(node);
    }

    ViaDocument.EntryNode node(ImageId id) {
        boolean whole = size.matches("-?\\d{1,18}");
        JsonObject all = JsonObject.of(attributes.entrySet().stream()
                .map(e -> new JsonMember(e.getKey(), e.getValue()))
                .toList());
        JsonValue written = unreadable != null && attributes.isEmpty() ? unreadable : all;
        JsonObject node = JsonObject.builder()
                .put("filename", filename)
                .put("size", whole ? JsonValue.of(Long.parseLong(size)) : JsonValue.of(size))
                .put("regions", JsonArray.of(nodes))
                .put("file_attributes", written)
                .build();
        ImageEntry known =
                new ImageEntry(id, filename, whole ? Long.parseLong(size) : -1, regions, AttributeCodec.read(written));
        return new ViaDocument.EntryNode(id.key(), node, known);
    }
}
