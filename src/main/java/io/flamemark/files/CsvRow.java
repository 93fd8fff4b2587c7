package io.flamemark.files;

/**
 * One row of a {@link CsvDocument}, usually one line. It knows where its cells stand in the text and copies them only
 * when asked, so that a row of a million columns costs no more than the text it is made of.
 */
public final class CsvRow {

    /** Cells beyond these are counted but cannot be asked for. */
    public static final int MOST_CELLS = 64;

    private final String text;
    /** Among the rows of its file, from 0. */
    final int index;

    private final int line;
    private final int start;
    private final int end;
    private final int next;
    private final int size;
    /** Start and end of each cell. */
    private final int[] bounds;

    CsvRow(String text, int index, int line, int start, int end, int next, int size, int[] bounds) {
        this.text = text;
        this.index = index;
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

    /**
     * Whether the row has a cell whose quote is never closed. Such a row is read as it is only for what follows it in the
     * file: other text behind it could close the quote.
     */
    boolean isOpen() {
        for (int i = 0; i < bounds.length / 2; i++) {
            if (isOpen(raw(i))) {
                return true;
            }
        }
        return false;
    }

    /** The row with its open cells in quotes, so that it says the same wherever it stands. */
    String closed() {
        StringBuilder out = new StringBuilder();
        int done = start;
        for (int i = 0; i < bounds.length / 2; i++) {
            out.append(text, done, bounds[2 * i]).append(closed(i));
            done = bounds[2 * i + 1];
        }
        return out.append(text, done, end).toString();
    }

    /** A cell as it stands, but in quotes where its own are not closed: to be put into another row. */
    public String closed(int cell) {
        return isOpen(raw(cell)) ? CsvDocument.quoted(cell(cell)) : raw(cell);
    }

    static boolean isOpen(String raw) {
        int i = 1;
        while (i < raw.length() && (raw.charAt(i) != '"' || raw.startsWith("\"\"", i))) {
            i += raw.charAt(i) == '"' ? 2 : 1;
        }
        return raw.startsWith("\"") && i >= raw.length();
    }

    /** What a cell says: without the quotes around it, doubled ones single. */
    public String cell(int cell) {
        String raw = raw(cell);
        int last = raw.length() - 1;
        boolean quoted = last > 0 && raw.charAt(0) == '"' && raw.charAt(last) == '"';
        return quoted ? raw.substring(1, last).replace("\"\"", "\"") : raw;
    }
}
