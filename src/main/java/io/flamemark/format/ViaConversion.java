package io.flamemark.format;

import io.flamemark.annotation.AttributeValue;
import io.flamemark.annotation.ImageId;
import io.flamemark.annotation.Project;
import io.flamemark.files.CsvDocument;
import io.flamemark.files.JsonArray;
import io.flamemark.files.JsonDocument;
import io.flamemark.files.JsonException;
import io.flamemark.files.JsonObject;
import io.flamemark.files.JsonValue;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Makes VIA 2 files of other VIA files, taking along whatever unknown members their images and regions have. */
final class ViaConversion {

    private ViaConversion() {}

    static ViaDocument emptyProject(Path file) {
        ViaReader reader = new ViaReader(file.toString(), ViaDocument.Place.ALONE, new AtomicLong());
        try {
            return reader.read(ViaSkeleton.create(), FileKind.VIA_PROJECT, "");
        } catch (JsonException e) {
            throw new IllegalStateException("the empty project is a project", e);
        }
    }

    /**
     * The content of the parts as one file of the kind, which is one that {@link FileKind#isWritten}.
     *
     * @param file to be written
     */
    static ViaDocument to(FileKind kind, Path file, List<ViaPart> parts) {
        Map<ImageId, ViaDocument.EntryNode> entries = new HashMap<>();
        for (ViaPart part : parts) {
            part.document().entries().forEach((id, entry) -> entries.put(id, complete(id, entry)));
        }
        if (kind == FileKind.VIA_PROJECT) {
            ViaDocument empty = emptyProject(file);
            return new ViaDocument(empty.text(), kind, empty.place(), empty.known(), entries);
        }
        Project none = Project.empty("");
        return new ViaDocument(emptyExport(kind), kind, ViaDocument.Place.ALONE, none, entries);
    }

    private static ViaText emptyExport(FileKind kind) {
        if (kind == FileKind.VIA_CSV) {
            CsvDocument header = CsvDocument.of(CsvColumns.STANDARD.header());
            ViaText.CsvLine line = new ViaText.CsvLine(header.rows().get(0), null, null);
            return new ViaText.Csv(header, CsvColumns.STANDARD, List.of(line));
        }
        try {
            return new ViaText.Json(JsonDocument.parse("export", "{}".getBytes(StandardCharsets.UTF_8)));
        } catch (JsonException e) {
            throw new IllegalStateException("an empty object is JSON", e);
        }
    }

    /** VIA 2 drops an image whose entry lacks a member, and wants its regions in a list. */
    private static ViaDocument.EntryNode complete(ImageId id, ViaDocument.EntryNode entry) {
        JsonObject node = entry.node();
        JsonValue attributes = node.get("file_attributes").orElse(null);
        Map<String, AttributeValue> written = AttributeCodec.read(attributes);
        JsonObject complete = SetAside.attributes(SetAside.regions(node), "file_attributes")
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
            return array.withElements(
                    array.elements().stream().map(ViaConversion::complete).toList());
        }
        return regions instanceof JsonObject object
                ? JsonArray.of(object.members(), member -> complete(member.value()))
                : JsonArray.of(List.of());
    }

    /** VIA 2 stumbles over a region without both of its members, and over an outline without its lists of points. */
    private static JsonValue complete(JsonValue region) {
        boolean whole = region instanceof JsonObject object
                && object.get("shape_attributes").orElse(null) instanceof JsonObject
                && object.get("region_attributes").orElse(null) instanceof JsonObject;
        if (whole) {
            return SetAside.pointLists((JsonObject) region);
        }
        JsonObject object = SetAside.region(region);
        for (String key : List.of("shape_attributes", "region_attributes")) {
            boolean there = object.get(key).orElse(null) instanceof JsonObject;
            object = there ? object : SetAside.attributes(object, key).with(key, JsonObject.empty());
        }
        return SetAside.pointLists(object);
    }
}
