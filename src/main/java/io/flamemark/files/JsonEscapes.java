package io.flamemark.files;

import java.util.Locale;

/**
 * Quoting of JSON texts as JavaScript's {@code JSON.stringify} does it: short escapes, everything else raw; and the way
 * back.
 */
final class JsonEscapes {

    private static final char FIRST_PRINTABLE = 0x20;
    /** Letters of the escape of a code unit. */
    private static final int UNICODE = 6;

    private JsonEscapes() {}

    /** What a valid text in quotes says that stands from {@code start} to {@code end}. */
    static String unquoted(String text, int start, int end) {
        String inside = text.substring(start + 1, end - 1);
        int backslash = inside.indexOf('\\');
        if (backslash < 0) {
            return inside;
        }
        StringBuilder said = new StringBuilder(inside.length());
        int from = 0;
        while (backslash >= 0) {
            said.append(inside, from, backslash);
            char kind = inside.charAt(backslash + 1);
            from = backslash + (kind == 'u' ? UNICODE : 2);
            said.append(
                    switch (kind) {
                        case 'b' -> '\b';
                        case 'f' -> '\f';
                        case 'n' -> '\n';
                        case 'r' -> '\r';
                        case 't' -> '\t';
                        case 'u' -> (char) Integer.parseInt(inside, backslash + 2, from, 16);
                        default -> kind;
                    });
            backslash = inside.indexOf('\\', from);
        }
        return said.append(inside, from, inside.length()).toString();
    }

    static void quote(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> plain(text, i, c, out);
            }
        }
        out.append('"');
    }

    private static void plain(String text, int i, char c, StringBuilder out) {
        if (c < FIRST_PRINTABLE || isLoneSurrogate(text, i, c)) {
            out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
        } else {
            out.append(c);
        }
    }

    /** Half a pair cannot be encoded in UTF-8. */
    private static boolean isLoneSurrogate(String text, int i, char c) {
        if (Character.isHighSurrogate(c)) {
            return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        }
        return Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
    }
}
