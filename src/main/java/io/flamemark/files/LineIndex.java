package io.flamemark.files;

/**
 * Finds lines by places in a text. Thousands of sentences about one large file each name a line; to count the lines anew
 * for each would take minutes, so the count is kept for every {@value #BLOCK} characters.
 */
final class LineIndex {

    private static final int BLOCK = 1 << 9;

    private final String text;
    /** At the start of each block: the line that it is in, from 1, and where that starts. */
    private final int[] lines;

    private final int[] lineStarts;

    LineIndex(String text) {
        this.text = text;
        this.lines = new int[text.length() / BLOCK + 1];
        this.lineStarts = new int[lines.length];
        int line = 1;
        int lineStart = 0;
        int next = text.indexOf('\n');
        for (int block = 0; block < lines.length; block++) {
            while (next >= 0 && next < block * BLOCK) {
                line++;
                lineStart = next + 1;
                next = text.indexOf('\n', lineStart);
            }
            lines[block] = line;
            lineStarts[block] = lineStart;
        }
    }

    /** The place of the character at {@code offset}, or of the end of the text, in a file of the name. */
    JsonPlace place(String file, int offset) {
        int block = offset / BLOCK;
        int line = lines[block];
        int lineStart = lineStarts[block];
        for (int i = block * BLOCK; i < offset; i++) {
            if (text.charAt(i) == '\n') {
                line++;
                lineStart = i + 1;
            }
        }
        return new JsonPlace(file, line, offset - lineStart + 1);
    }
}
