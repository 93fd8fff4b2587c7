package io.flamemark.format;

import io.flamemark.annotation.ImageEntry;
import io.flamemark.annotation.ImageId;
import io.flamemark.annotation.Project;
import io.flamemark.files.JsonArray;
import io.flamemark.files.JsonDocument;
import io.flamemark.files.JsonObject;
import java.util.Collections;
import java.util.Map;

/**
 * A VIA file as it was read, beside the project that stands in it: every image and region knows the JSON it came from.
 * {@link #write} always starts from here, however often was saved since, so that what an edit changed and an undo
 * brought back is written word for word as it was.
 *
 * @param kind one that {@link FileKind#opens}
 * @param place where its images belong in the whole
 * @param known the project as the JSON holds it
 * @param entries not changed from here on
 */
record ViaDocument(
        ViaText text,
        FileKind kind,
        Place place,
        Project known,
        Map<ImageId, EntryNode> entries,
        RegionOrigins regions) {

    /** The entry of an image: its key, its JSON, and what that JSON says. */
    record EntryNode(String key, JsonObject node, ImageEntry known) {}

    /**
     * Where the images of one of several files belong.
     *
     * @param folder put before keys and file names, {@code train/}; empty for a file that stands alone
     * @param split the value of the attribute {@code split} for images that have none; empty for none
     */
    record Place(String folder, String split) {
        static final Place ALONE = new Place("", "");
    }

    /** The tree of a file that is JSON. */
    JsonDocument json() {
        return ((ViaText.Json) text).document();
    }

    /**
     * Whether the file has the form of VIA 1, in which polygons repeat their first vertex: a JSON export whose first image
     * has its regions by number, or a CSV with a mark before its header.
     */
    boolean isVia1() {
        if (text instanceof ViaText.Csv csv) {
            return CsvColumns.isVia1(csv.document().rows().get(0));
        }
        return kind == FileKind.VIA_ANNOTATIONS
                && known.images().stream()
                        .map(image ->
                                entries.get(image.id()).node().get("regions").orElse(null))
                        .filter(regions -> regions instanceof JsonObject || regions instanceof JsonArray)
                        .findFirst()
                        .filter(JsonObject.class::isInstance)
                        .isPresent();
    }

    /** The bytes of the file with {@code next} in it; those that were read where it is the project they hold. */
    byte[] write(Project next) {
        return text instanceof ViaText.Csv csv
                ? ViaCsvWriter.write(this, csv, next)
                : ViaWriter.write(this, next).toBytes();
    }

    ViaDocument(ViaText text, FileKind kind, Place place, Project known, Map<ImageId, EntryNode> entries) {
        this(text, kind, place, known, Collections.unmodifiableMap(entries), new RegionOrigins(entries.values()));
    }
}
