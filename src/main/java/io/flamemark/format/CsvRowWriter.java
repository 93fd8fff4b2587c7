package io.flamemark.format;

import io.flamemark.annotation.ImageEntry;
import io.flamemark.annotation.Region;
import io.flamemark.annotation.RegionId;
import io.flamemark.files.CsvDocument;
import io.flamemark.files.CsvDocument.Line;
import io.flamemark.files.CsvRow;
import io.flamemark.files.JsonArray;
import io.flamemark.files.JsonObject;
import io.flamemark.files.JsonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Rows of a CSV: the cells that differ from what was read are written anew, the others copied. */
final class CsvRowWriter {

    private static final String NOTHING = CsvDocument.quoted("{}");

    private final ViaDocument read;
    private final CsvColumns columns;
    private final EntryWriter writer;

    CsvRowWriter(ViaDocument read, CsvColumns columns) {
        this.read = read;
        this.columns = columns;
        this.writer = new EntryWriter(read);
    }

    /** @param lines the image was read from; none for one that is new to the file */
    ImageRows of(ImageEntry image, List<ViaText.CsvLine> lines) {
        ViaDocument.EntryNode was = read.entries().get(image.id());
        JsonObject node = was == null ? writer.create(image) : writer.patch(was, image);
        return new ImageRows(image, lines.isEmpty() ? null : was.known(), node, lines);
    }

    /** The rows of one image as it has to be written. */
    final class ImageRows {

        private final ImageEntry image;
        private final JsonArray nodes;
        private final boolean sameRegions;
        private final Set<RegionId> inFile = new HashSet<>();
        /** Those cells of the image that are not as they were. */
        private final Map<String, String> common = new HashMap<>();

        private ImageRows(ImageEntry image, ImageEntry known, JsonObject node, List<ViaText.CsvLine> lines) {
            this.image = image;
            this.nodes = (JsonArray) node.get("regions").orElseThrow();
            this.sameRegions = known != null && idsOf(known).equals(idsOf(image));
            lines.forEach(line -> inFile.add(line.region()));
            if (known == null || !known.filename().equals(image.filename())) {
                common.put(CsvColumns.FILENAME, CsvDocument.cell(image.filename()));
            }
            if (known == null || known.size() != image.size()) {
                common.put(CsvColumns.SIZE, Long.toString(image.size()));
            }
            if (known == null || !known.attributes().equals(image.attributes())) {
                common.put(CsvColumns.FILE_ATTRIBUTES, json(withSetAside(node, "file_attributes")));
            }
        }

        /** The row that only names the image. */
        Line without(CsvRow old) {
            Map<String, String> cells = new HashMap<>(common);
            if (!sameRegions) {
                cells.put(CsvColumns.COUNT, Integer.toString(nodes.size()));
            }
            cells.put(CsvColumns.ID, "0");
            cells.put(CsvColumns.SHAPE, NOTHING);
            cells.put(CsvColumns.REGION_ATTRIBUTES, NOTHING);
            return row(old, cells);
        }

        /** The row of a region by its index; {@code old} is its own or, for a new one, any of the image's, or null. */
        Line region(int index, CsvRow old) {
            Region region = image.regions().get(index);
            Region known = inFile.contains(region.id())
                    ? read.regions().of(region.id()).orElseThrow().known()
                    : null;
            JsonObject node = nodes.get(index) instanceof JsonObject object ? object : JsonObject.empty();
            Map<String, String> cells = new HashMap<>(common);
            if (known == null || !known.shape().equals(region.shape())) {
                cells.put(CsvColumns.SHAPE, json(node.get("shape_attributes").orElse(JsonObject.empty())));
            }
            if (known == null || !known.attributes().equals(region.attributes())) {
                cells.put(CsvColumns.REGION_ATTRIBUTES, json(withSetAside(node, "region_attributes")));
            }
            if (!sameRegions) {
                cells.put(CsvColumns.COUNT, Integer.toString(nodes.size()));
                cells.put(CsvColumns.ID, Integer.toString(index));
            }
            return row(old, cells);
        }

        private Line row(CsvRow old, Map<String, String> cells) {
            List<String> row = new ArrayList<>();
            for (String column : columns.names()) {
                String cell = cells.get(column);
                row.add(cell != null ? cell : old == null ? "" : columns.raw(old, column));
            }
            return Line.of(String.join(",", row), old == null ? "" : old.lineEnd());
        }
    }

    /** A row has no other place for what was set aside than among the attributes. */
    private static JsonValue withSetAside(JsonObject holder, String key) {
        JsonValue attributes = holder.get(key).orElse(JsonObject.empty());
        return attributes instanceof JsonObject object ? SetAside.takenInto(object, holder, key) : attributes;
    }

    private static String json(JsonValue value) {
        return CsvDocument.quoted(value.toString());
    }

    private static List<RegionId> idsOf(ImageEntry image) {
        return image.regions().stream().map(Region::id).toList();
    }
}
