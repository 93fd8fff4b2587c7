package io.flamemark.files;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/** The text a JSON tree was read from, by which an untouched node is written back as it was. */
final class SourceText {

    private static final int CHUNK = 1 << 13;
    private static final char REPLACEMENT = '\uFFFD';

    private final String file;
    private final String text;
    /** Null until a place is asked for. */
    private volatile LineIndex lines;

    SourceText(String file, String text) {
        this.file = file;
        this.text = text;
    }

    /** White space on both sides of the delimiter before a node. */
    record Gap(String before, char delimiter, String after) {}

    String file() {
        return file;
    }

    String text() {
        return text;
    }

    JsonPlace place(int offset) {
        LineIndex known = lines;
        if (known == null) {
            known = new LineIndex(text);
            lines = known;
        }
        return known.place(file, offset);
    }

    String slice(int start, int end) {
        return text.substring(start, end);
    }

    /** The comma or opening bracket before {@code start}, with the white space around it. */
    Gap gapBefore(int start) {
        int afterDelimiter = skipBack(start);
        int beforeDelimiter = skipBack(afterDelimiter - 1);
        return new Gap(
                text.substring(beforeDelimiter, afterDelimiter - 1),
                text.charAt(afterDelimiter - 1),
                text.substring(afterDelimiter, start));
    }

    /** The colon after a key that ends at {@code keyEnd}, with the white space around it. */
    String colonAfter(int keyEnd) {
        int colon = text.indexOf(':', keyEnd);
        return text.substring(keyEnd, skipForward(colon + 1));
    }

    /** White space after the opening bracket at {@code start}. */
    String openingGap(int start) {
        return text.substring(start + 1, skipForward(start + 1));
    }

    /** White space before the closing bracket that ends at {@code end}. */
    String closingGap(int end) {
        return text.substring(skipBack(end - 1), end - 1);
    }

    private int skipBack(int end) {
        int i = end;
        while (i > 0 && isSpace(text.charAt(i - 1))) {
            i--;
        }
        return i;
    }

    private int skipForward(int start) {
        int i = start;
        while (i < text.length() && isSpace(text.charAt(i))) {
            i++;
        }
        return i;
    }

    static boolean isSpace(char c) {
        return c == ' ' || c == '\n' || c == '\r' || c == '\t';
    }

    /**
     * The text of a file that messages call {@code name}.
     *
     * @throws JsonException if the bytes are not UTF-8, naming the place of the first that is not
     */
    static String decode(String name, byte[] bytes) throws JsonException {
        String text = new String(bytes, StandardCharsets.UTF_8);
        // What cannot be decoded is replaced by this character, which may also stand in the text itself.
        int valid = text.indexOf(REPLACEMENT) < 0 ? bytes.length : validLength(bytes);
        if (valid < bytes.length) {
            SourceText before = new SourceText(name, new String(bytes, 0, valid, StandardCharsets.UTF_8));
            throw new JsonException(
                    before.place(before.text().length()),
                    "not UTF-8 text, the encoding to choose when the file is saved");
        }
        return text;
    }

    /** How many bytes from the start are UTF-8: all, or those before the first that is not. */
    private static int validLength(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(CHUNK);
        CoderResult result = CoderResult.OVERFLOW;
        while (result.isOverflow()) {
            out.clear();
            result = decoder.decode(in, out, true);
        }
        return result.isError() ? in.position() : bytes.length;
    }
}
