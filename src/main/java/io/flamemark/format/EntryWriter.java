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
import java.util.List;

/** The entry of one image as JSON, changing only what differs from what was read. */
final class EntryWriter {

    private final ViaDocument.Place place;
    private final RegionOrigins read;
    /** What holds the regions of an image that has had none: an object in a JSON file of VIA 1. */
    private final JsonValue noRegions;
    /** Whether lists too hold polygons that repeat their first vertex, as the rows of VIA 1 do. */
    private final boolean closing;

    EntryWriter(ViaDocument document) {
        this.place = document.place();
        this.read = document.regions();
        boolean rows = document.text() instanceof ViaText.Csv;
        boolean via1 = document.isVia1();
        this.noRegions = via1 && !rows ? JsonObject.empty() : JsonArray.of(List.of());
        this.closing = via1 && rows;
    }

    /** An entry that is new to the file, with the members of its version of VIA in VIA's order. */
    JsonObject create(ImageEntry entry) {
        String filename = ViaNames.local(place, entry.filename());
        JsonValue regions = regions(noRegions, List.of(), entry.regions());
        JsonObject attributes = AttributeCodec.write(entry.attributes());
        return noRegions instanceof JsonObject
                ? JsonObject.builder()
                        .put("fileref", "")
                        .put("size", entry.size())
                        .put("filename", filename)
                        .put("base64_img_data", "")
                        .put("file_attributes", attributes)
                        .put("regions", regions)
                        .build()
                : JsonObject.builder()
                        .put("filename", filename)
                        .put("size", entry.size())
                        .put("regions", regions)
                        .put("file_attributes", attributes)
                        .build();
    }

    JsonObject patch(ViaDocument.EntryNode was, ImageEntry entry) {
        ImageEntry known = was.known();
        JsonObject node = was.node();
        if (!entry.filename().equals(known.filename())) {
            node = node.with("filename", JsonValue.of(ViaNames.local(place, entry.filename())));
        }
        if (entry.size() != known.size()) {
            boolean text = node.get("size").orElse(null) instanceof JsonString;
            node = node.with("size", text ? JsonValue.of(Long.toString(entry.size())) : JsonValue.of(entry.size()));
        }
        if (!entry.regions().equals(known.regions())) {
            JsonValue before = node.get("regions")
                    .filter(regions -> regions instanceof JsonObject || regions instanceof JsonArray)
                    .orElse(noRegions);
            JsonValue regions = regions(before, known.regions(), entry.regions());
            node = SetAside.regions(node).with("regions", regions);
        }
        if (!entry.attributes().equals(known.attributes())) {
            JsonValue attributes = node.get("file_attributes").orElse(null);
            node = SetAside.attributes(node, "file_attributes")
                    .with("file_attributes", AttributeCodec.patch(attributes, known.attributes(), entry.attributes()));
        }
        return node;
    }

    /** A list as in VIA 2, or the object with the keys 0, 1, ... of VIA 1. */
    private JsonValue regions(JsonValue node, List<Region> known, List<Region> wanted) {
        boolean via1 = closing || node instanceof JsonObject;
        List<JsonValue> next =
                wanted.stream().map(region -> region(region, via1)).toList();
        if (!(node instanceof JsonObject object)) {
            return ((JsonArray) node).withElements(next);
        }
        boolean sameRegions = idsOf(wanted).equals(idsOf(known));
        List<JsonMember> members = new ArrayList<>();
        for (int i = 0; i < next.size(); i++) {
            JsonMember was = i < object.size() ? object.members().get(i) : null;
            boolean keeps = was != null && (sameRegions || was.key().equals(Integer.toString(i)));
            members.add(keeps ? was.withValue(next.get(i)) : new JsonMember(Integer.toString(i), next.get(i)));
        }
        return object.withMembers(members);
    }

    private static List<RegionId> idsOf(List<Region> regions) {
        return regions.stream().map(Region::id).toList();
    }

    private JsonValue region(Region region, boolean via1) {
        return read.of(region.id())
                .map(was -> was.known().equals(region) ? was.node() : patch(was, region))
                .orElseGet(() -> create(region, via1));
    }

    private static JsonObject create(Region region, boolean via1) {
        return JsonObject.builder()
                .put("shape_attributes", ShapeWriter.write(region.shape(), via1))
                .put("region_attributes", AttributeCodec.write(region.attributes()))
                .build();
    }

    private static JsonObject patch(RegionOrigins.Origin was, Region region) {
        JsonObject node = SetAside.region(was.node());
        Shape shape = region.shape();
        if (!shape.equals(was.known().shape()) && !(shape instanceof Shape.Unreadable)) {
            JsonObject old = node.get("shape_attributes").orElse(null) instanceof JsonObject object
                    ? object
                    : JsonObject.empty();
            node = node.with("shape_attributes", ShapeWriter.patch(old, shape));
        }
        if (!region.attributes().equals(was.known().attributes())) {
            JsonValue attributes = node.get("region_attributes").orElse(null);
            node = SetAside.attributes(node, "region_attributes")
                    .with(
                            "region_attributes",
                            AttributeCodec.patch(attributes, was.known().attributes(), region.attributes()));
        }
        return node;
    }
}
