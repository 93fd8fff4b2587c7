package io.flamemark.format;

import io.flamemark.annotation.ImageId;
import io.flamemark.annotation.RegionId;
import io.flamemark.files.CsvDocument;
import io.flamemark.files.CsvRow;
import io.flamemark.files.JsonDocument;
import java.util.List;

/** The text of a VIA file, with what leads from its places to the project. */
sealed interface ViaText {

    /** A project, an annotation export or a single entry: its tree. */
    record Json(JsonDocument document) implements ViaText {}

    /** An annotation export in CSV: its rows, one for each line of the list. */
    record Csv(CsvDocument document, CsvColumns columns, List<CsvLine> lines) implements ViaText {
        public Csv {
            lines = List.copyOf(lines);
        }
    }

    /**
     * What a row is about.
     *
     * @param image null for the header, blank rows, and rows that could not be understood
     * @param region null for a row that only names an image
     */
    record CsvLine(CsvRow row, ImageId image, RegionId region) {}
}
