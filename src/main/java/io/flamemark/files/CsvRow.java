package io.flamemark.files;

/**
 * One row of a {@link CsvDocument}, usually one line. It knows where its cells stand in the text and copies them only
 * when asked, so that a row of a million columns costs no more than the text it is made of.
 */
public final class CsvRow {

    /** Cells beyond these are counted but cannot be asked for. */
    public static final int MOST_CELLS = 64;

    private final String text;
    private final int line;
    private final int start;
    private final int end;
    private final int next;
    private final int size;
    /** Start and end of each cell. */
    private final int[] bounds;

    CsvRow(String text, int line, int start, int end, int next, int size, int[] bounds) {
        this.text = text;
        this.line = line;
        this.start = start;
        this.end = end;
        this.next = next;
        this.size = size;
        this.bounds = bounds;
    }

    /** The line it begins on, from 1. */
    public int line() {
        return line;
    }

    /** All cells, those beyond {@link #MOST_CELLS} too; an empty line has one empty cell. */
    public int size() {
        return size;
    }

    public boolean isBlank() {
        return start == end;
    }

    /** The row as it stands, without the end of its line. */
    public String text() {
        return text.substring(start, end);
    }

    /** What ends its line: nothing where the file ends. */
    public String lineEnd() {
        return text.substring(end, next);
    }

    /** A cell as it stands, quotes and all. */
    public String raw(int cell) {
        return raw(cell, cell);
    }

    /** Several cells as they stand, with the commas between them. */
    public String raw(int first, int last) {
        return text.substring(bounds[2 * first], bounds[2 * last + 1]);
    }

    /** What a cell says: without the quotes around it, doubled ones single. */
    public String cell(int cell) {
        String raw = raw(cell);
        int last = raw.length() - 1;
        boolean quoted = last > 0 && raw.charAt(0) == '"' && raw.charAt(last) == '"';
        return quoted ? raw.substring(1, last).replace("\"\"", "\"") : raw;
    }
}
