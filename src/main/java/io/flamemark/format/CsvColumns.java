package io.flamemark.format;

import io.flamemark.files.CsvDocument;
import io.flamemark.files.CsvRow;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The columns of a VIA CSV, named by its first row. VIA 1 marks that row with {@code #} and goes by the names; VIA 2 wants
 * exactly these seven in this order. Other columns may stand between them and are kept.
 */
record CsvColumns(List<String> names) {

    static final String FILENAME = "filename";
    static final String SIZE = "file_size";
    static final String FILE_ATTRIBUTES = "file_attributes";
    static final String COUNT = "region_count";
    static final String ID = "region_id";
    static final String SHAPE = "region_shape_attributes";
    static final String REGION_ATTRIBUTES = "region_attributes";

    /** As VIA 2 writes them. */
    static final CsvColumns STANDARD =
            new CsvColumns(List.of(FILENAME, SIZE, FILE_ATTRIBUTES, COUNT, ID, SHAPE, REGION_ATTRIBUTES));

    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?\\d{1,18}");

    CsvColumns {
        names = List.copyOf(names);
    }

    /** The row that VIA 2 wants first. */
    String header() {
        return String.join(",", names);
    }

    /** Whether VIA 1 wrote the first row. */
    static boolean isVia1(CsvRow header) {
        return header.cell(0).strip().startsWith("#");
    }

    /** The columns named by a first row, if it is that of a VIA CSV. */
    static Optional<CsvColumns> of(CsvRow header) {
        if (header.size() > CsvRow.MOST_CELLS) {
            return Optional.empty();
        }
        List<String> names = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            String name = header.cell(i).strip();
            names.add(i == 0 && isVia1(header) ? name.substring(1).strip() : name);
        }
        boolean complete = names.containsAll(STANDARD.names) && new HashSet<>(names).size() == names.size();
        return complete ? Optional.of(new CsvColumns(names)) : Optional.empty();
    }

    /**
     * How many commas too many stand in the file name, which VIA writes without quotes; none for a row that is as it
     * should be, empty for one that makes no sense.
     */
    Optional<Integer> shift(CsvRow row) {
        int more = row.size() - names.size();
        if (more == 0) {
            return Optional.of(0);
        }
        boolean inFilename = more > 0
                && row.size() <= CsvRow.MOST_CELLS
                && equals(STANDARD)
                && WHOLE_NUMBER.matcher(row.cell(1 + more)).matches()
                && Stream.of(FILE_ATTRIBUTES, SHAPE, REGION_ATTRIBUTES)
                        .allMatch(json -> row.cell(names.indexOf(json) + more).startsWith("{"));
        return inFilename ? Optional.of(more) : Optional.empty();
    }

    /** A cell of a row that {@link #shift} understands, as it stands and as it can be put into another row. */
    String raw(CsvRow row, String column) {
        int shift = row.size() - names.size();
        int index = names.indexOf(column);
        if (shift == 0 || index > 0) {
            return row.closed(index + shift);
        }
        String name = row.raw(0, shift);
        return name.startsWith("\"") ? CsvDocument.quoted(name) : name;
    }

    /** What a cell says. */
    String cell(CsvRow row, String column) {
        int shift = row.size() - names.size();
        int index = names.indexOf(column);
        return shift > 0 && index == 0 ? row.raw(0, shift) : row.cell(index + shift);
    }
}
