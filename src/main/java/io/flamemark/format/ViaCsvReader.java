package io.flamemark.format;

import io.flamemark.annotation.AttributeSchema;
import io.flamemark.annotation.Finding;
import io.flamemark.annotation.Finding.Severity;
import io.flamemark.annotation.ImageEntry;
import io.flamemark.annotation.ImageId;
import io.flamemark.annotation.Project;
import io.flamemark.annotation.Region;
import io.flamemark.annotation.RegionId;
import io.flamemark.annotation.Shape;
import io.flamemark.files.CsvDocument;
import io.flamemark.files.CsvRow;
import io.flamemark.files.JsonObject;
import io.flamemark.files.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Reads VIA's annotation export in CSV, 1.x and 2.x: a row for each region, or one without a region for an image that has
 * none. Source: VIA 2.0.11, whose reader gives up at the first bad cell; here a bad cell or row stays in the file and is
 * reported.
 */
final class ViaCsvReader {

    private final String file;
    private final AtomicLong regionIds;
    private final Map<ImageId, CsvEntry> entries = new LinkedHashMap<>();
    private final List<ViaText.CsvLine> lines = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private int undefined;

    /**
     * @param file its name in findings
     * @param regionIds the identity given last; each region gets the next
     */
    ViaCsvReader(String file, AtomicLong regionIds) {
        this.file = file;
        this.regionIds = regionIds;
    }

    /** What the last reading found wrong with the file; shapes are checked by {@code ProjectChecks}. */
    List<Finding> findings() {
        return List.copyOf(findings);
    }

    /** @param name of the project */
    ViaDocument read(CsvDocument csv, CsvColumns columns, String name) {
        List<CsvRow> rows = csv.rows();
        lines.add(new ViaText.CsvLine(rows.get(0), null, null));
        for (CsvRow row : rows.subList(1, rows.size())) {
            lines.add(row.isBlank() ? new ViaText.CsvLine(row, null, null) : line(row, columns));
        }
        if (undefined > 0) {
            report(
                    Severity.INFO,
                    "csv-undefined",
                    Optional.empty(),
                    OptionalInt.empty(),
                    "VIA wrote the bare word undefined in " + undefined + (undefined == 1 ? " cell" : " cells")
                            + " where nothing was chosen; it is read as nothing and written back as it stands.");
        }
        Map<ImageId, ViaDocument.EntryNode> nodes = new LinkedHashMap<>();
        entries.forEach((id, entry) -> nodes.put(id, entry.node(id)));
        List<ImageEntry> images =
                nodes.values().stream().map(ViaDocument.EntryNode::known).toList();
        Project known = new Project(name, images, SchemaCodec.withDiscovered(AttributeSchema.empty(), images), "");
        ViaText text = new ViaText.Csv(csv, columns, lines);
        return new ViaDocument(text, FileKind.VIA_CSV, ViaDocument.Place.ALONE, known, nodes);
    }

    private ViaText.CsvLine line(CsvRow row, CsvColumns columns) {
        Optional<Integer> shift = columns.shift(row);
        if (shift.isEmpty()) {
            report(
                    Severity.ERROR,
                    "csv-row-unreadable",
                    Optional.empty(),
                    OptionalInt.empty(),
                    "Line " + row.line() + " has " + row.size() + (row.size() == 1 ? " cell" : " cells")
                            + " instead of " + columns.names().size() + "; it is kept in the file but not used.");
            return new ViaText.CsvLine(row, null, null);
        }
        String filename = columns.cell(row, CsvColumns.FILENAME);
        String size = columns.cell(row, CsvColumns.SIZE);
        ImageId id = new ImageId(filename + size);
        CsvEntry entry = entries.computeIfAbsent(id, key -> new CsvEntry(filename, size));
        if (shift.get() > 0 && entry.isEmpty()) {
            report(
                    Severity.INFO,
                    "csv-comma-in-name",
                    Optional.of(id),
                    OptionalInt.empty(),
                    "The name \"" + filename + "\" in line " + row.line()
                            + " has a comma that VIA left without quotes; it is read as one name.");
        }
        fileAttributes(row, columns, id, entry);
        return new ViaText.CsvLine(row, id, region(row, columns, id, entry));
    }

    private void fileAttributes(CsvRow row, CsvColumns columns, ImageId id, CsvEntry entry) {
        String raw = columns.raw(row, CsvColumns.FILE_ATTRIBUTES);
        if (!entry.isNewAttributes(raw)) {
            return;
        }
        CsvJson.Cell cell = cell(row, columns, CsvColumns.FILE_ATTRIBUTES);
        if (!cell.readable() || SetAside.unreadableAttributes(cell.value())) {
            unreadable(row, CsvColumns.FILE_ATTRIBUTES, cell, id, OptionalInt.empty());
        }
        entry.attributes(cell.value());
    }

    /** The region of a row; null where it has none. */
    private RegionId region(CsvRow row, CsvColumns columns, ImageId id, CsvEntry entry) {
        CsvJson.Cell shape = cell(row, columns, CsvColumns.SHAPE);
        CsvJson.Cell attributes = cell(row, columns, CsvColumns.REGION_ATTRIBUTES);
        if (isNothing(shape.value()) && isNothing(attributes.value())) {
            return null;
        }
        if (!attributes.readable() || SetAside.unreadableAttributes(attributes.value())) {
            unreadable(row, CsvColumns.REGION_ATTRIBUTES, attributes, id, OptionalInt.of(entry.regionCount()));
        }
        JsonObject node = JsonObject.builder()
                .put("shape_attributes", shape.value())
                .put("region_attributes", attributes.value())
                .build();
        Shape read = shape.readable()
                ? ShapeReader.read(shape.value())
                : new Shape.Unreadable("", "its shape in line " + row.line() + " is no JSON: " + shape.problem());
        Region region =
                new Region(new RegionId(regionIds.incrementAndGet()), read, AttributeCodec.read(attributes.value()));
        entry.add(region, node);
        return region.id();
    }

    private CsvJson.Cell cell(CsvRow row, CsvColumns columns, String column) {
        CsvJson.Cell cell = CsvJson.read(columns.cell(row, column));
        undefined += cell.undefined() ? 1 : 0;
        return cell;
    }

    private static boolean isNothing(JsonValue value) {
        return value instanceof JsonObject object && object.size() == 0;
    }

    private void unreadable(CsvRow row, String column, CsvJson.Cell cell, ImageId id, OptionalInt region) {
        String why = cell.readable() ? cell.value().kind() + " instead of an object" : "no JSON: " + cell.problem();
        report(
                Severity.WARNING,
                "attributes-unreadable",
                Optional.of(id),
                region,
                "The " + column + " of \"" + id.key() + "\" in line " + row.line() + " are " + why
                        + "; they are kept in the file but not used.");
    }

    private void report(Severity severity, String code, Optional<ImageId> image, OptionalInt region, String message) {
        findings.add(new Finding(severity, code, file, image, region, message));
    }
}
