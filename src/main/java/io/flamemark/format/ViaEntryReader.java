package io.flamemark.format;

import io.flamemark.annotation.AttributeValue;
import io.flamemark.annotation.Finding;
import io.flamemark.annotation.Finding.Severity;
import io.flamemark.annotation.ImageEntry;
import io.flamemark.annotation.ImageId;
import io.flamemark.annotation.Region;
import io.flamemark.annotation.RegionId;
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
     * An entry whose regions are known by number only.
     *
     * @param regionNodes the JSON of each region
     * @param firstRegion the identity of the first region; those of the others follow
     */
    record Draft(String key, JsonObject node, List<JsonValue> regionNodes, long firstRegion) {}

    /**
     * An entry that was read.
     *
     * @param regionNodes the JSON of each of its regions
     */
    record Read(Optional<ViaDocument.EntryNode> entry, List<JsonValue> regionNodes, List<Finding> findings) {

        /** Of a member that is no entry. */
        static Read nothing(Finding finding) {
            return new Read(Optional.empty(), List.of(), List.of(finding));
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

    Read read(Draft draft) {
        List<Finding> findings = new ArrayList<>(0);
        JsonObject node = draft.node();
        ImageId id = idOf(draft.key());
        checkRegions(node, id, findings);
        List<Region> regions = new ArrayList<>(draft.regionNodes().size());
        for (JsonValue region : draft.regionNodes()) {
            regions.add(
                    region(region, new RegionId(draft.firstRegion() + regions.size()), id, regions.size(), findings));
        }
        checkAttributes(node, "file_attributes", id, OptionalInt.empty(), findings);
        ImageEntry entry = new ImageEntry(
                id, ViaNames.placed(place, textIn(node, "filename")), size(node), regions, attributes(node));
        return new Read(
                Optional.of(new ViaDocument.EntryNode(draft.key(), node, entry)),
                draft.regionNodes(),
                findings.isEmpty() ? List.of() : findings);
    }

    private Map<String, AttributeValue> attributes(JsonObject node) {
        Map<String, AttributeValue> attributes =
                AttributeCodec.read(node.get("file_attributes").orElse(null));
        if (!place.split().isEmpty()) {
            attributes.putIfAbsent(SplitAttribute.NAME, new AttributeValue.Text(place.split()));
        }
        return attributes;
    }

    private Region region(JsonValue node, RegionId region, ImageId id, int index, List<Finding> findings) {
        JsonObject object = node instanceof JsonObject o ? o : JsonObject.empty();
        checkAttributes(object, "region_attributes", id, OptionalInt.of(index), findings);
        return new Region(
                region,
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
