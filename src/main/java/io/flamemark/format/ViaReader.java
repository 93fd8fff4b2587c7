package io.flamemark.format;

import io.flamemark.annotation.AttributeSchema;
import io.flamemark.annotation.AttributeValue;
import io.flamemark.annotation.Finding;
import io.flamemark.annotation.Finding.Severity;
import io.flamemark.annotation.ImageEntry;
import io.flamemark.annotation.ImageId;
import io.flamemark.annotation.Project;
import io.flamemark.annotation.Region;
import io.flamemark.annotation.RegionId;
import io.flamemark.annotation.SplitAttribute;
import io.flamemark.files.JsonArray;
import io.flamemark.files.JsonDocument;
import io.flamemark.files.JsonException;
import io.flamemark.files.JsonMember;
import io.flamemark.files.JsonNumber;
import io.flamemark.files.JsonObject;
import io.flamemark.files.JsonString;
import io.flamemark.files.JsonValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.LongSupplier;

/**
 * Reads VIA 1.x and 2.x projects, annotation exports and single entries, with all the malformations seen in the wild:
 * regions as list or object, closed polygons, attributes missing, null or a list, sizes as text, stray members. What
 * cannot be understood stays in the JSON and is reported.
 */
final class ViaReader {

    private final String file;
    private final ViaDocument.Place place;
    private final LongSupplier regionIds;
    private final Map<ImageId, ViaDocument.EntryNode> entries = new LinkedHashMap<>();
    private final Map<RegionId, ViaDocument.RegionNode> regions = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    /**
     * @param file its name in findings
     * @param regionIds gives each region its identity
     */
    ViaReader(String file, ViaDocument.Place place, LongSupplier regionIds) {
        this.file = file;
        this.place = place;
        this.regionIds = regionIds;
    }

    /** What the last reading found wrong with the file; shapes are checked by {@code ProjectChecks}. */
    List<Finding> findings() {
        return List.copyOf(findings);
    }

    /**
     * @param name of a project that names none itself
     * @throws JsonException if a project has no image list at all
     */
    ViaDocument read(JsonDocument json, FileKind kind, String name) throws JsonException {
        JsonObject root = json.root().asObject();
        if (kind == FileKind.VIA_SINGLE_IMAGE) {
            entry(keyOf(root), root);
        } else {
            JsonObject images = kind == FileKind.VIA_PROJECT ? root.object(ViaKeys.IMAGES) : root;
            images.members().forEach(m -> entry(m, images));
        }
        Project known = kind == FileKind.VIA_PROJECT
                ? project(root, name)
                : new Project(name, images(), discovered(AttributeSchema.empty()), "");
        return new ViaDocument(new ViaText.Json(json), kind, place, known, entries, regions);
    }

    private Project project(JsonObject root, String name) {
        JsonObject settings = objectIn(root, ViaKeys.SETTINGS);
        String ownName = textIn(objectIn(settings, ViaKeys.SETTINGS_PROJECT), ViaKeys.PROJECT_NAME);
        String folder = textIn(objectIn(settings, ViaKeys.SETTINGS_CORE), ViaKeys.IMAGE_FOLDER);
        AttributeSchema declared = SchemaCodec.read(root.get(ViaKeys.ATTRIBUTES).orElse(null));
        List<ImageEntry> images =
                root.get(ViaKeys.ORDER).orElse(null) instanceof JsonArray order ? inOrder(order) : images();
        return new Project(ownName.isEmpty() ? name : ownName, images, discovered(declared), folder);
    }

    private AttributeSchema discovered(AttributeSchema declared) {
        return SchemaCodec.withDiscovered(declared, images());
    }

    private List<ImageEntry> images() {
        return entries.values().stream().map(ViaDocument.EntryNode::known).toList();
    }

    /** Images by the project's list of ids; those it forgets come last, ids without an image are passed over. */
    private List<ImageEntry> inOrder(JsonArray order) {
        Map<ImageId, ViaDocument.EntryNode> rest = new LinkedHashMap<>(entries);
        List<ImageEntry> images = new ArrayList<>();
        for (JsonValue element : order) {
            String key = element instanceof JsonString text ? text.value() : element.toString();
            ViaDocument.EntryNode entry = rest.remove(new ImageId(place.folder() + key));
            if (entry != null) {
                images.add(entry.known());
            } else {
                report(
                        Severity.WARNING,
                        "image-list-stale",
                        Optional.empty(),
                        "The image list names \"" + key + "\", which is no image of the project; it is passed over.");
            }
        }
        rest.values().forEach(entry -> images.add(entry.known()));
        return images;
    }

    private void entry(JsonMember member, JsonObject images) {
        ImageId id = new ImageId(place.folder() + member.key());
        if (!(member.value() instanceof JsonObject node)
                || !(node.get("filename").orElse(null) instanceof JsonString)) {
            report(
                    Severity.ERROR,
                    "image-unreadable",
                    Optional.of(id),
                    "The entry \"" + member.key()
                            + "\" is not that of an image; it is kept in the file but not shown.");
        } else if (images.get(member.key()).orElseThrow() != node) {
            report(
                    Severity.WARNING,
                    "image-key-twice",
                    Optional.of(id),
                    "The image \"" + member.key()
                            + "\" stands twice in the file; the last one is used, both are kept.");
        } else {
            entry(member.key(), node);
        }
    }

    private void entry(String key, JsonObject node) {
        ImageId id = new ImageId(place.folder() + key);
        String filename = ViaNames.placed(place, textIn(node, "filename"));
        List<Region> regionList = new ArrayList<>();
        for (JsonValue region : regionNodes(id, node.get("regions").orElse(null))) {
            regionList.add(region(region, id, regionList.size()));
        }
        attributesOf(node, "file_attributes", id, OptionalInt.empty());
        Map<String, AttributeValue> attributes =
                AttributeCodec.read(node.get("file_attributes").orElse(null));
        if (!place.split().isEmpty()) {
            attributes.putIfAbsent(SplitAttribute.NAME, new AttributeValue.Text(place.split()));
        }
        ImageEntry entry = new ImageEntry(id, filename, size(node), regionList, attributes);
        entries.put(id, new ViaDocument.EntryNode(key, node, entry));
    }

    private Collection<JsonValue> regionNodes(ImageId id, JsonValue json) {
        if (json instanceof JsonArray array) {
            return array.elements();
        }
        if (json instanceof JsonObject object) {
            return object.members().stream().map(JsonMember::value).toList();
        }
        if (SetAside.unreadableRegions(json)) {
            report(
                    Severity.ERROR,
                    "regions-unreadable",
                    Optional.of(id),
                    "The regions of \"" + id.key() + "\" are " + json.kind()
                            + "; they are not shown but kept in the file, as \"" + SetAside.keyFor(SetAside.REGIONS)
                            + "\" once something is drawn on the image.");
        }
        return List.of();
    }

    private Region region(JsonValue node, ImageId id, int index) {
        JsonObject object = node instanceof JsonObject o ? o : JsonObject.empty();
        attributesOf(object, "region_attributes", id, OptionalInt.of(index));
        Region region = new Region(
                new RegionId(regionIds.getAsLong()),
                ShapeReader.read(object.get("shape_attributes").orElse(null)),
                AttributeCodec.read(object.get("region_attributes").orElse(null)));
        regions.put(region.id(), new ViaDocument.RegionNode(node, region));
        return region;
    }

    /** Reports attributes that are none. */
    private void attributesOf(JsonObject holder, String key, ImageId id, OptionalInt region) {
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

    /** Bytes; -1 where missing or senseless. CSV imports made it a text. */
    private static long size(JsonObject node) {
        JsonValue size = node.get("size").orElse(null);
        if (size instanceof JsonNumber number && number.isWhole()) {
            return number.longValue();
        }
        boolean digits = size instanceof JsonString text && text.value().matches("\\d{1,18}");
        return digits ? Long.parseLong(((JsonString) size).value()) : -1;
    }

    /** VIA's key of an entry that stands without one: file name and size joined. */
    private static String keyOf(JsonObject entry) {
        return textIn(entry, "filename") + size(entry);
    }

    private static JsonObject objectIn(JsonObject object, String key) {
        return object.get(key).orElse(null) instanceof JsonObject inner ? inner : JsonObject.empty();
    }

    private static String textIn(JsonObject object, String key) {
        return object.get(key).orElse(null) instanceof JsonString text ? text.value() : "";
    }

    private void report(Severity severity, String code, Optional<ImageId> image, String message) {
        findings.add(new Finding(severity, code, file, image, OptionalInt.empty(), message));
    }
}
