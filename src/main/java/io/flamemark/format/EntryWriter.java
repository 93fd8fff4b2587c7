package io.flamemark.format;

import io.flamemark.annotation.ImageEntry;
import io.flamemark.annotation.Region;
import io.flamemark.annotation.RegionId;
import io.flamemark.annotation.Shape;
import io.flamemark.files.JsonArray;
import io.flamemark.files.JsonMember;
import io.flamemark.files.JsonObject;
import io.flamemark.files.JsonString;
import io.flamemark.files.JsonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes the entry of one image, changing only what differs from what its JSON says already. */
final class EntryWriter {

    private final ViaDocument.Place place;
    private final Map<RegionId, ViaDocument.RegionNode> before;
    private final Map<RegionId, ViaDocument.RegionNode> after;

    EntryWriter(ViaDocument document) {
        this.place = document.place();
        this.before = document.regions();
        this.after = new HashMap<>(document.regions());
    }

    /** The regions known before, and those written since. */
    Map<RegionId, ViaDocument.RegionNode> regions() {
        return after;
    }

    /** An entry that is new to the file, with VIA's members in VIA's order. */
    ViaDocument.EntryNode create(ImageEntry entry) {
        JsonObject node = JsonObject.builder()
                .put("filename", ViaNames.local(place, entry.filename()))
                .put("size", entry.size())
                .put("regions", JsonArray.of(entry.regions(), this::region))
                .put("file_attributes", AttributeCodec.write(entry.attributes()))
                .build();
        return new ViaDocument.EntryNode(ViaNames.local(place, entry.id().key()), node, entry);
    }

    ViaDocument.EntryNode patch(ViaDocument.EntryNode was, ImageEntry entry) {
        ImageEntry known = was.known();
        JsonObject node = was.node();
        if (!entry.filename().equals(known.filename())) {
            node = node.with("filename", JsonValue.of(ViaNames.local(place, entry.filename())));
        }
        if (entry.size() != known.size()) {
            boolean text = node.get("size").orElse(null) instanceof JsonString;
            node = node.with(
                    "size", text ? JsonValue.of(Long.toString(entry.size())) : JsonValue.of(entry.size()));
        }
        if (!entry.regions().equals(known.regions())) {
            node = node.with("regions", regions(node.get("regions").orElse(null), known, entry));
        }
        if (!entry.attributes().equals(known.attributes())) {
            JsonValue attributes = node.get("file_attributes").orElse(null);
            node = node.with("file_attributes", AttributeCodec.patch(attributes, known.attributes(), entry.attributes()));
        }
        return new ViaDocument.EntryNode(was.key(), node, entry);
    }

    /** A list as in VIA 2, or the object with the keys 0, 1, ... of VIA 1. */
    private JsonValue regions(JsonValue node, ImageEntry known, ImageEntry entry) {
        List<JsonValue> next = entry.regions().stream().map(this::region).toList();
        if (!(node instanceof JsonObject object)) {
            return node instanceof JsonArray array ? array.withElements(next) : JsonArray.of(next);
        }
        boolean sameRegions = idsOf(entry).equals(idsOf(known));
        List<JsonMember> members = new ArrayList<>();
        for (int i = 0; i < next.size(); i++) {
            JsonMember was = i < object.size() ? object.members().get(i) : null;
            boolean keeps = was != null && (sameRegions || was.key().equals(Integer.toString(i)));
            members.add(keeps ? was.withValue(next.get(i)) : new JsonMember(Integer.toString(i), next.get(i)));
        }
        return object.withMembers(members);
    }

    private static List<RegionId> idsOf(ImageEntry entry) {
        return entry.regions().stream().map(Region::id).toList();
    }

    private JsonValue region(Region region) {
        ViaDocument.RegionNode was = before.get(region.id());
        if (was != null && was.known().equals(region)) {
            after.put(region.id(), was);
            return was.node();
        }
        JsonValue node = was == null ? create(region) : patch(was, region);
        after.put(region.id(), new ViaDocument.RegionNode(node, region));
        return node;
    }

    private static JsonObject create(Region region) {
        return JsonObject.builder()
                .put("shape_attributes", ShapeWriter.write(region.shape()))
                .put("region_attributes", AttributeCodec.write(region.attributes()))
                .build();
    }

    private static JsonObject patch(ViaDocument.RegionNode was, Region region) {
        JsonObject node = was.node() instanceof JsonObject object ? object : JsonObject.empty();
        Shape shape = region.shape();
        if (!shape.equals(was.known().shape()) && !(shape instanceof Shape.Unreadable)) {
            JsonObject old =
                    node.get("shape_attributes").orElse(null) instanceof JsonObject object ? object : JsonObject.empty();
            node = node.with("shape_attributes", ShapeWriter.patch(old, shape));
        }
        if (!region.attributes().equals(was.known().attributes())) {
            JsonValue attributes = node.get("region_attributes").orElse(null);
            node = node.with(
                    "region_attributes",
                    AttributeCodec.patch(attributes, was.known().attributes(), region.attributes()));
        }
        return node;
    }
}
