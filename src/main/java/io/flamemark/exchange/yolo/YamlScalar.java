package io.flamemark.exchange.yolo;

import java.util.ArrayList;
import java.util.List;

/** Single values of YAML: plain, in single quotes (doubled inside), or in double quotes (escaped as in JSON). */
final class YamlScalar {

    private YamlScalar() {}

    /** The text that a scalar means. */
    static String text(String scalar) {
        String plain = scalar.strip();
        if (plain.length() < 2 || plain.charAt(0) != plain.charAt(plain.length() - 1)) {
            return plain;
        }
        String inside = plain.substring(1, plain.length() - 1);
        if (plain.charAt(0) == '\'') {
            return inside.replace("''", "'");
        }
        return plain.charAt(0) == '"' ? unescaped(inside) : plain;
    }

    /** The text in double quotes. */
    static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }

    private static String unescaped(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                char next = text.charAt(++i);
                out.append(next == 'n' ? '\n' : next == 't' ? '\t' : next);
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    /** Whether nothing but a key stands between the start of an item and here. */
    private static boolean beginsValue(String inside, int start, int here) {
        String before = inside.substring(start, here).strip();
        return before.isEmpty() || before.endsWith(":");
    }

    /** The items between the commas that are not in quotes; an empty one at the end does not count. */
    static List<String> split(String inside) {
        List<String> items = new ArrayList<>();
        char quote = 0;
        int start = 0;
        for (int i = 0; i < inside.length(); i++) {
            char c = inside.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if ((c == '"' || c == '\'') && beginsValue(inside, start, i)) {
                quote = c;
            } else if (c == ',') {
                items.add(inside.substring(start, i).strip());
                start = i + 1;
            }
        }
        String last = inside.substring(start).strip();
        if (!last.isEmpty()) {
            items.add(last);
        }
        return items;
    }
}
