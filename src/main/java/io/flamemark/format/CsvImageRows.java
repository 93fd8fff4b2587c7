package io.flamemark.format;

import io.flamemark.annotation.ImageEntry;
import io.flamemark.annotation.Region;
import io.flamemark.annotation.RegionId;
import io.flamemark.files.CsvDocument.Line;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The rows of an image that changed: each in the place it was read from, new ones after the last. */
final class CsvImageRows {

    private final ImageEntry image;
    private final List<ViaText.CsvLine> lines;
    private final CsvRowWriter.ImageRows rows;
    private final Map<RegionId, ViaText.CsvLine> lineOf = new HashMap<>();
    private final Map<RegionId, Integer> indexOf = new HashMap<>();
    private final boolean inPlace;

    CsvImageRows(ImageEntry image, List<ViaText.CsvLine> lines, CsvRowWriter writer) {
        this.image = image;
        this.lines = lines;
        for (ViaText.CsvLine line : lines) {
            if (line.region() != null) {
                lineOf.put(line.region(), line);
            }
        }
        for (Region region : image.regions()) {
            indexOf.put(region.id(), indexOf.size());
        }
        this.rows = writer.of(image, lines);
        this.inPlace = readOnesInOrder();
    }

    /** Whether the regions that were read stand in the order of their lines, before all new ones. */
    private boolean readOnesInOrder() {
        List<RegionId> read = lines.stream()
                .map(ViaText.CsvLine::region)
                .filter(Objects::nonNull)
                .toList();
        List<RegionId> wanted = image.regions().stream().map(Region::id).toList();
        List<RegionId> staying = read.stream().filter(indexOf::containsKey).toList();
        return wanted.subList(0, staying.size()).equals(staying);
    }

    /** What stands in the place of one of the lines. */
    List<Line> at(ViaText.CsvLine line) {
        boolean first = line == lines.get(0);
        if (!inPlace || image.regions().isEmpty()) {
            return first ? all() : List.of();
        }
        List<Line> result = new ArrayList<>();
        if (indexOf.containsKey(line.region())) {
            result.add(rows.region(indexOf.get(line.region()), line.row()));
        } else if (line.region() == null && !lineOf.isEmpty()) {
            result.add(rows.without(line.row()));
        }
        if (line == lines.get(lines.size() - 1)) {
            result.addAll(fresh());
        }
        return result;
    }

    /** All rows together. */
    List<Line> all() {
        List<Line> all = new ArrayList<>();
        if (image.regions().isEmpty()) {
            all.add(rows.without(lines.isEmpty() ? null : lines.get(0).row()));
        }
        for (int i = 0; i < image.regions().size(); i++) {
            ViaText.CsvLine line = lineOf.get(image.regions().get(i).id());
            all.add(line == null ? fresh(i) : rows.region(i, line.row()));
        }
        return all;
    }

    private List<Line> fresh() {
        List<Line> fresh = new ArrayList<>();
        for (int i = 0; i < image.regions().size(); i++) {
            if (!lineOf.containsKey(image.regions().get(i).id())) {
                fresh.add(fresh(i));
            }
        }
        return fresh;
    }

    private Line fresh(int index) {
        return rows.region(index, lines.isEmpty() ? null : lines.get(0).row());
    }
}
