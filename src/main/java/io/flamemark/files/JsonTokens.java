package io.flamemark.files;

/**
 * Walks over the tokens of a JSON text (RFC 8259) and checks each: a cursor that stands before a token, moves past it,
 * and refuses what is none with a {@link JsonException} that names the place.
 */
final class JsonTokens {

    /** Stands for the end of the text; as a character of the text it belongs into no token either. */
    static final char END = '\0';

    private static final char FIRST_PRINTABLE = 0x20;
    private static final int HEX_DIGITS = 4;
    /** Digits that fit any limit. */
    private static final int SHORT = 9;
    /** So much of what is wrong is quoted. */
    private static final int QUOTED = 20;

    private final SourceText source;
    private final String text;
    private final JsonLimits limits;
    private int at;
    private long values;

    JsonTokens(SourceText source, JsonLimits limits) throws JsonException {
        this.source = source;
        this.text = source.text();
        this.limits = limits;
        if (text.length() > limits.bytes()) {
            throw tooMuch();
        }
    }

    int at() {
        return at;
    }

    /** Goes back to a place it was at. */
    void goTo(int place) {
        at = place;
    }

    /** Counts values or keys, as many as the memory bears. */
    void count(int more) throws JsonException {
        values += more;
        if (values > limits.elements()) {
            throw tooMuch();
        }
    }

    /** The character at the cursor, {@link #END} behind the last. */
    char peek() {
        return at < text.length() ? text.charAt(at) : END;
    }

    /** Past white space. */
    char peekToken() {
        int i = at;
        while (i < text.length() && SourceText.isSpace(text.charAt(i))) {
            i++;
        }
        at = i;
        return peek();
    }

    /** Past one character. */
    void skip() {
        at++;
    }

    boolean atEnd() {
        return at >= text.length();
    }

    void enter(int depth) throws JsonException {
        if (depth > limits.depth()) {
            throw error(at, "objects and lists are nested more than " + limits.depth() + " deep here");
        }
        at++;
    }

    /** Past a text in quotes, at the first of which the cursor stands. */
    void string() throws JsonException {
        int start = at++;
        int i = at;
        int length = text.length();
        while (i < length) {
            char c = text.charAt(i);
            if (c == '"') {
                at = i + 1;
                if (i - start > limits.stringLength()) {
                    throw error(start, "a text has more than " + limits.stringLength() + " letters here");
                }
                return;
            } else if (c == '\\') {
                i = escape(i);
            } else if (c < FIRST_PRINTABLE) {
                throw invalid(i, (c == '\n' || c == '\r' ? "a line end" : "a control character") + " in a text");
            } else {
                i++;
            }
        }
        throw cutOff();
    }

    /** Where the escape that starts at {@code backslash} ends. */
    private int escape(int backslash) throws JsonException {
        int i = backslash + 1;
        if (i >= text.length()) {
            throw cutOff();
        }
        char kind = text.charAt(i);
        if ("\"\\/bfnrt".indexOf(kind) >= 0) {
            return i + 1;
        }
        if (kind != 'u') {
            throw invalid(backslash, "the escape \\" + kind + " in a text");
        }
        int end = i + 1 + HEX_DIGITS;
        if (end > text.length()) {
            throw cutOff();
        }
        for (int digit = i + 1; digit < end; digit++) {
            if (Character.digit(text.charAt(digit), 16) < 0 || text.charAt(digit) > 'f') {
                throw invalid(backslash, "the escape " + text.substring(backslash, end) + " in a text");
            }
        }
        return end;
    }

    /** Past a number, at the first character of which the cursor stands. */
    void number() throws JsonException {
        int start = at;
        if (peek() == '-') {
            at++;
        }
        if (peek() == '0') {
            at++;
        } else {
            digits(start);
        }
        char c = peek();
        if (c == '.') {
            at++;
            digits(start);
            c = peek();
        }
        if (c == 'e' || c == 'E') {
            at++;
            if (peek() == '+' || peek() == '-') {
                at++;
            }
            digits(start);
        }
        if (at - start > limits.numberLength()) {
            throw error(start, "a number has more than " + limits.numberLength() + " digits here");
        }
    }

    private void digits(int start) throws JsonException {
        int first = at;
        int i = at;
        int length = text.length();
        while (i < length && isDigit(text.charAt(i))) {
            i++;
        }
        at = i;
        if (i == first) {
            throw i == length ? cutOff() : unexpected(start);
        }
    }

    /**
     * Past short whole numbers with nothing but a comma after each, of which most large files consist: how many. What
     * stands at the cursor then is for the other methods, the last number of the list included.
     */
    int wholeNumbers() {
        String all = text;
        int length = all.length();
        int count = 0;
        int start = at;
        while (start < length) {
            int i = start;
            char c = all.charAt(i);
            boolean zero = c == '0';
            while (c >= '0' && c <= '9' && ++i < length) {
                c = all.charAt(i);
            }
            int digits = i - start;
            if (c != ',' || digits == 0 || digits > SHORT || zero && digits > 1) {
                break;
            }
            count++;
            start = i + 1;
        }
        at = start;
        return count;
    }

    static boolean startsNumber(char c) {
        return isDigit(c) || c == '-';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Past {@code true}, {@code false} or {@code null}. */
    void word(String word) throws JsonException {
        if (!text.startsWith(word, at)) {
            boolean begun = text.length() - at < word.length() && word.startsWith(text.substring(at));
            throw begun ? cutOff() : unexpected(at);
        }
        at += word.length();
    }

    /** Past a colon, comma or bracket that has to be here. */
    void expect(char wanted) throws JsonException {
        if (peekToken() != wanted) {
            throw wrong("\"" + wanted + "\"");
        }
        at++;
    }

    /** What stands at the cursor is something else than what was {@code wanted}, or nothing. */
    JsonException wrong(String wanted) {
        return atEnd() ? cutOff() : invalid(at, wanted + " is missing before " + quoted(at));
    }

    /** What stands at a place is no value. */
    JsonException unexpected(int place) {
        return place >= text.length() ? cutOff() : invalid(place, quoted(place) + " is no value");
    }

    JsonException error(int place, String problem) {
        return new JsonException(source.place(place), problem);
    }

    private JsonException invalid(int place, String problem) {
        return error(place, "not valid JSON: " + problem);
    }

    private JsonException cutOff() {
        return error(text.length(), "the JSON ends too early: the file is cut off");
    }

    private JsonException tooMuch() {
        return new JsonException(
                JsonPlace.of(source.file()), "the file holds more than the memory of this program bears");
    }

    /** The word or the character at a place, for a message. */
    private String quoted(int place) {
        int end = place;
        while (end < text.length() && end - place < QUOTED && isOfWord(text.charAt(end))) {
            end++;
        }
        return "\"" + text.substring(place, Math.max(end, place + 1)) + "\"";
    }

    private static boolean isOfWord(char c) {
        return Character.isLetterOrDigit(c) || "+-._$".indexOf(c) >= 0;
    }
}
