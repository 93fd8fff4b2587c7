package io.flamemark.format;

import io.flamemark.annotation.AttributeValue;
import io.flamemark.annotation.Finding;
import io.flamemark.annotation.Finding.Severity;
import io.flamemark.annotation.ImageId;
import io.flamemark.annotation.Shape;
import io.flamemark.annotation.SplitAttribute;
import io.flamemark.files.JsonArray;
import io.flamemark.files.JsonMember;
import io.flamemark.files.JsonNumber;
import io.flamemark.files.JsonObject;
import io.flamemark.files.JsonString;
import io.flamemark.files.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The entry of one image: its JSON to what that says. Entries know nothing of each other, so that many can be read at
 * once.
 *
 * @param file its name in findings
 */
record ViaEntryReader(String file, ViaDocument.Place place) {

    /**
     * What an entry says; its regions have no identities yet, since those count through the file.
     *
     * @param node the JSON it was read from
     */
    record Content(
            String key,
            JsonObject node,
            ImageId id,
            String filename,
            long size,
            List<Outline> outlines,
            Map<String, AttributeValue> attributes) {}

    /** A region without its identity. */
    record Outline(Shape shape, Map<String, AttributeValue> attributes) {}

    /** An entry that was read, if it is one. */
    record Read(Optional<Content> content, List<Finding> findings) {

        /** Of a member that is no entry. */
        static Read nothing(Finding finding) {
            return new Read(Optional.empty(), List.of(finding));
        }
    }

    ImageId idOf(String key) {
        return new ImageId(place.folder().isEmpty() ? key : place.folder() + key);
    }

    /** The JSON of the regions of an entry, in a list or an object; none where they are something else. */
    static List<JsonValue> regionNodes(JsonObject node) {
        JsonValue regions = node.get(SetAside.REGIONS).orElse(null);
        if (regions instanceof JsonArray array) {
            return array.elements();
        }
        return regions instanceof JsonObject object
                ? object.members().stream().map(JsonMember::value).toList()
                : List.of();
    }

    /** One of {@link #regionNodes}. */
    static JsonValue regionNode(JsonObject node, int index) {
        JsonValue regions = node.get(SetAside.REGIONS).orElseThrow();
        return regions instanceof JsonArray array
                ? array.get(index)
                : ((JsonObject) regions).members().get(index).value();
    }

    /**
     * @param kept the node that stays with the image
     * @param node the same, for this reading alone
     */
    Read read(String key, JsonObject kept, JsonObject node) {
        List<Finding> findings = new ArrayList<>(0);
        ImageId id = idOf(key);
        checkRegions(node, id, findings);
        List<JsonValue> regionNodes = regionNodes(node);
        List<Outline> outlines = new ArrayList<>(regionNodes.size());
        for (JsonValue region : regionNodes) {
            outlines.add(outline(region, id, outlines.size(), findings));
        }
        checkAttributes(node, "file_attributes", id, OptionalInt.empty(), findings);
        String filename = ViaNames.placed(place, textIn(node, "filename"));
        Content content = new Content(key, kept, id, filename, size(node), outlines, attributes(node));
        return new Read(Optional.of(content), findings.isEmpty() ? List.of() : findings);
    }

    private Map<String, AttributeValue> attributes(JsonObject node) {
        Map<String, AttributeValue> attributes =
                AttributeCodec.read(node.get("file_attributes").orElse(null));
        if (!place.split().isEmpty()) {
            attributes.putIfAbsent(SplitAttribute.NAME, new AttributeValue.Text(place.split()));
        }
        return attributes;
    }

    private Outline outline(JsonValue node, ImageId id, int index, List<Finding> findings) {
        JsonObject object = node instanceof JsonObject o ? o : JsonObject.empty();
        checkAttributes(object, "region_attributes", id, OptionalInt.of(index), findings);
        return new Outline(
                ShapeReader.read(object.get("shape_attributes").orElse(null)),
                AttributeCodec.read(object.get("region_attributes").orElse(null)));
    }

    private void checkRegions(JsonObject node, ImageId id, List<Finding> findings) {
        JsonValue regions = node.get(SetAside.REGIONS).orElse(null);
        if (SetAside.unreadableRegions(regions)) {
            findings.add(new Finding(
                    Severity.ERROR,
                    "regions-unreadable",
                    file,
                    Optional.of(id),
                    OptionalInt.empty(),
                    "The regions of \"" + id.key() + "\" are " + regions.kind()
                            + "; they are not shown but kept in the file, as \"" + SetAside.keyFor(SetAside.REGIONS)
                            + "\" once something is drawn on the image."));
        }
    }

    private void checkAttributes(
            JsonObject holder, String key, ImageId id, OptionalInt region, List<Finding> findings) {
        JsonValue attributes = holder.get(key).orElse(null);
        if (SetAside.unreadableAttributes(attributes)) {
            String where = region.isPresent() ? "region " + (region.getAsInt() + 1) + " of " : "";
            findings.add(new Finding(
                    Severity.WARNING,
                    "attributes-unreadable",
                    file,
                    Optional.of(id),
                    region,
                    "The " + key + " of " + where + "\"" + id.key() + "\" are " + attributes.kind()
                            + " instead of an object; they are kept in the file but not used."));
        }
    }

    /** VIA's key of an entry that stands without one: file name and size joined. */
    static String keyOf(JsonObject entry) {
        return textIn(entry, "filename") + size(entry);
    }

    /** Bytes; -1 where missing or senseless. CSV imports made it a text. */
    private static long size(JsonObject node) {
        JsonValue size = node.get("size").orElse(null);
        if (size instanceof JsonNumber number && number.isWhole()) {
            return number.longValue();
        }
        boolean digits = size instanceof JsonString text && text.value().matches("\\d{1,18}");
        return digits ? Long.parseLong(((JsonString) size).value()) : -1;
    }

    private static String textIn(JsonObject object, String key) {
        return object.get(key).orElse(null) instanceof JsonString text ? text.value() : "";
    }
}
