package io.flamemark.files;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Text to rows, in one pass. */
final class CsvParsing {

    /** A quoted cell over several lines holds a file name or a note, not half of the file behind a lost quote. */
    static final int MOST_AFTER_A_BREAK = 256;

    private final String text;
    private final int[] bounds = new int[2 * CsvRow.MOST_CELLS];
    private int position;
    private int line = 1;

    CsvParsing(String text, int start) {
        this.text = text;
        this.position = start;
    }

    List<CsvRow> rows() {
        List<CsvRow> rows = new ArrayList<>();
        while (position < text.length()) {
            rows.add(row(rows.size()));
        }
        return rows;
    }

    private CsvRow row(int index) {
        int start = position;
        int startLine = line;
        int cells = 0;
        boolean more = true;
        while (more) {
            int cell = position;
            position = endOfCell(cell);
            if (cells < CsvRow.MOST_CELLS) {
                bounds[2 * cells] = cell;
                bounds[2 * cells + 1] = position;
            }
            cells++;
            more = position < text.length() && text.charAt(position) == ',';
            position += more ? 1 : 0;
        }
        int end = position;
        skipLineEnd();
        int[] kept = Arrays.copyOf(bounds, 2 * Math.min(cells, CsvRow.MOST_CELLS));
        return new CsvRow(text, index, startLine, start, end, position, cells, kept);
    }

    /** The comma or line end behind a cell. What stands behind its closing quote still belongs to it. */
    private int endOfCell(int start) {
        int i = start;
        if (i < text.length() && text.charAt(i) == '"') {
            i = Math.max(i, closingQuote(i));
        }
        while (i < text.length() && !isDelimiter(text.charAt(i))) {
            i++;
        }
        return i;
    }

    /** The quote that ends the one at {@code quote}, or -1 where there is none and it stands for itself. */
    private int closingQuote(int quote) {
        int breaks = 0;
        int limit = text.length();
        for (int i = quote + 1; i < limit; i++) {
            char c = text.charAt(i);
            if (c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                i++;
            } else if (c == '"') {
                line += breaks;
                return i;
            } else if (isBreak(c)) {
                breaks += c == '\n' && text.charAt(i - 1) == '\r' ? 0 : 1;
                limit = Math.min(limit, i + MOST_AFTER_A_BREAK);
            }
        }
        return -1;
    }

    private void skipLineEnd() {
        if (position < text.length()) {
            boolean pair =
                    text.charAt(position) == '\r' && position + 1 < text.length() && text.charAt(position + 1) == '\n';
            position += pair ? 2 : 1;
            line++;
        }
    }

    private static boolean isDelimiter(char c) {
        return c == ',' || isBreak(c);
    }

    private static boolean isBreak(char c) {
        return c == '\n' || c == '\r';
    }
}
