package io.flamemark.files;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A file of comma separated values (RFC 4180) as it was read, lossless: a row that is not touched is written as it
 * stood, whatever its quotes and line ends. No text is refused: a quote that is never closed stands for itself.
 */
public final class CsvDocument {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final String text;
    private final List<CsvRow> rows;

    private CsvDocument(String text, List<CsvRow> rows) {
        this.text = text;
        this.rows = List.copyOf(rows);
    }

    /**
     * A row to be written.
     *
     * @param end of its line; empty for a new row, which gets that of the file
     * @param row that it is unchanged; null for another text
     */
    public record Line(String text, String end, CsvRow row) {

        public static Line of(CsvRow row) {
            return new Line(row.text(), row.lineEnd(), row);
        }

        public static Line of(String text, String end) {
            return new Line(text, end, null);
        }
    }

    /**
     * Reads the bytes of a file that messages call {@code name}.
     *
     * @throws JsonException if they are not UTF-8
     */
    public static CsvDocument parse(String name, byte[] bytes) throws JsonException {
        return of(SourceText.decode(name, bytes));
    }

    public static CsvDocument of(String text) {
        int start = text.startsWith(BYTE_ORDER_MARK) ? 1 : 0;
        return new CsvDocument(text, new CsvParsing(text, start).rows());
    }

    /** In file order, blank ones too. */
    public List<CsvRow> rows() {
        return rows;
    }

    /** The whole file as it was read, in UTF-8. */
    public byte[] toBytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The file with other rows, in UTF-8: the mark at its start and whether its last line is ended stay as they were. */
    public byte[] toBytes(List<Line> lines) {
        String usual = rows.isEmpty() || rows.get(0).lineEnd().isEmpty()
                ? "\n"
                : rows.get(0).lineEnd();
        boolean endsLast =
                !rows.isEmpty() && !rows.get(rows.size() - 1).lineEnd().isEmpty();
        StringBuilder out = new StringBuilder(text.length());
        out.append(text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : "");
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            boolean ended = i + 1 < lines.size() || endsLast;
            out.append(textOf(lines, i)).append(!ended ? "" : line.end().isEmpty() ? usual : line.end());
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** A row whose quote is open is closed where other rows than those that were read would come to stand behind it. */
    private String textOf(List<Line> lines, int index) {
        Line line = lines.get(index);
        if (line.row() == null || !line.row().isOpen()) {
            return line.text();
        }
        int row = line.row().index;
        int seen = 0;
        for (int i = 1; seen < CsvParsing.MOST_AFTER_A_BREAK && row + i < rows.size() + 1; i++) {
            CsvRow read = row + i < rows.size() ? rows.get(row + i) : null;
            CsvRow written = index + i < lines.size() ? lines.get(index + i).row() : null;
            if (read != written || read == null && index + i < lines.size()) {
                return line.row().closed();
            }
            seen += read == null ? 0 : read.text().length() + 1;
        }
        return line.text();
    }

    /** A cell as it has to be written: in quotes where it needs them. */
    public static String cell(String value) {
        return value.chars().anyMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r') ? quoted(value) : value;
    }

    /** A cell in quotes. */
    public static String quoted(String value) {
        return '"' + value.replace("\"", "\"\"") + '"';
    }
}
