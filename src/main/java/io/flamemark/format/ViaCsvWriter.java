package io.flamemark.format;

import io.flamemark.annotation.ImageEntry;
import io.flamemark.annotation.ImageId;
import io.flamemark.annotation.Project;
import io.flamemark.files.CsvDocument.Line;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes a project over the CSV it was read from. The rows of an image that says what it said are kept as they stand; in
 * those of another only the cells that differ are written anew. The definitions of attributes, the project's name and
 * its folder have no place here.
 */
final class ViaCsvWriter {

    private final ViaDocument read;
    private final ViaText.Csv csv;
    private final Map<ImageId, ImageEntry> wanted;
    /** The lines of each image, in file order; those of one image need not stand together. */
    private final Map<ImageId, List<ViaText.CsvLine>> linesOf = new LinkedHashMap<>();

    private final Map<ImageId, CsvImageRows> changed = new HashMap<>();

    private ViaCsvWriter(ViaDocument read, ViaText.Csv csv, Project next) {
        this.read = read;
        this.csv = csv;
        this.wanted = next.byId();
        for (ViaText.CsvLine line : csv.lines()) {
            if (line.image() != null) {
                linesOf.computeIfAbsent(line.image(), id -> new ArrayList<>()).add(line);
            }
        }
        CsvRowWriter rows = new CsvRowWriter(read, csv.columns());
        for (ImageEntry image : next.images()) {
            List<ViaText.CsvLine> lines = linesOf.getOrDefault(image.id(), List.of());
            if (lines.isEmpty() || !isUntouched(image)) {
                changed.put(image.id(), new CsvImageRows(image, lines, rows));
            }
        }
    }

    static byte[] write(ViaDocument read, ViaText.Csv csv, Project next) {
        boolean same = next.images().equals(read.known().images());
        return same ? csv.document().toBytes() : new ViaCsvWriter(read, csv, next).bytes();
    }

    private boolean isUntouched(ImageEntry image) {
        return image.equals(read.entries().get(image.id()).known());
    }

    private byte[] bytes() {
        List<Line> lines = new ArrayList<>();
        boolean inOrder = keepsOrder();
        for (ViaText.CsvLine line : csv.lines()) {
            if (line.image() == null) {
                lines.add(Line.of(line.row()));
            } else if (inOrder && wanted.containsKey(line.image())) {
                lines.addAll(at(line));
            }
        }
        for (ImageEntry image : wanted.values()) {
            if (!inOrder || !linesOf.containsKey(image.id())) {
                lines.addAll(all(image.id()));
            }
        }
        return csv.document().toBytes(lines);
    }

    /** Whether the images that stay are in the order of the file and new ones come last. */
    private boolean keepsOrder() {
        List<ImageId> order = new ArrayList<>(linesOf.keySet());
        order.removeIf(id -> !wanted.containsKey(id));
        return new ArrayList<>(wanted.keySet()).subList(0, order.size()).equals(order);
    }

    /** What stands in the place of a line. */
    private List<Line> at(ViaText.CsvLine line) {
        CsvImageRows rows = changed.get(line.image());
        return rows == null ? List.of(Line.of(line.row())) : rows.at(line);
    }

    private List<Line> all(ImageId id) {
        CsvImageRows rows = changed.get(id);
        return rows == null
                ? linesOf.get(id).stream().map(line -> Line.of(line.row())).toList()
                : rows.all();
    }
}
