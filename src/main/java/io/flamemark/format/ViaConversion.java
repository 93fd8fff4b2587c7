package io.flamemark.format;

import io.flamemark.annotation.AttributeValue;
import io.flamemark.annotation.ImageId;
import io.flamemark.annotation.RegionId;
import io.flamemark.files.JsonArray;
import io.flamemark.files.JsonException;
import io.flamemark.files.JsonMember;
import io.flamemark.files.JsonObject;
import io.flamemark.files.JsonValue;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes a VIA 2 project of other VIA files, taking along whatever unknown members their images and regions have. */
final class ViaConversion {

    private ViaConversion() {}

    static ViaDocument emptyProject(Path file) {
        ViaReader reader = new ViaReader(file.toString(), ViaDocument.Place.ALONE, () -> 0);
        try {
            return reader.read(ViaSkeleton.create(), FileKind.VIA_PROJECT, "");
        } catch (JsonException e) {
            throw new IllegalStateException("the empty project is a project", e);
        }
    }

    static ViaDocument toProject(Path file, List<ViaPart> parts) {
        ViaDocument empty = emptyProject(file);
        Map<ImageId, ViaDocument.EntryNode> entries = new HashMap<>();
        Map<RegionId, ViaDocument.RegionNode> regions = new HashMap<>();
        for (ViaPart part : parts) {
            regions.putAll(part.document().regions());
            part.document().entries().forEach((id, entry) -> entries.put(id, complete(id, entry)));
        }
        return new ViaDocument(empty.json(), empty.kind(), empty.place(), empty.known(), entries, regions);
    }

    /** VIA 2 drops an image whose entry lacks a member, and wants its regions in a list. */
    private static ViaDocument.EntryNode complete(ImageId id, ViaDocument.EntryNode entry) {
        JsonObject node = entry.node();
        JsonValue attributes = node.get("file_attributes").orElse(null);
        Map<String, AttributeValue> written = AttributeCodec.read(attributes);
        JsonObject complete = UnreadableRegions.setAside(node)
                .with("filename", JsonValue.of(entry.known().filename()))
                .with("size", node.get("size").orElse(JsonValue.of(entry.known().size())))
                .with("regions", regions(node.get("regions").orElse(null)))
                .with(
                        "file_attributes",
                        AttributeCodec.patch(attributes, written, entry.known().attributes()));
        return new ViaDocument.EntryNode(id.key(), complete, entry.known());
    }

    private static JsonArray regions(JsonValue regions) {
        if (regions instanceof JsonArray array) {
            return array;
        }
        return regions instanceof JsonObject object
                ? JsonArray.of(object.members(), JsonMember::value)
                : JsonArray.of(List.of());
    }
}
