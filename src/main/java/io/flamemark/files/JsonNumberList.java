package io.flamemark.files;

import java.util.AbstractList;
import java.util.RandomAccess;

/**
 * The numbers of a list that holds nothing else, as coordinates do: most of a project file. Only where they stand in
 * the text is kept, and a node is made when one is asked for.
 */
final class JsonNumberList extends AbstractList<JsonValue> implements RandomAccess {

    /** So many digits fit an int. */
    private static final int SHORT = 9;

    private final SourceText source;
    private final int start;
    private final int size;
    /** Start and end of each number, once one is asked for. */
    private volatile int[] bounds;

    /** @param start of the first number; only commas and white space are between it and the last */
    JsonNumberList(SourceText source, int start, int size) {
        this.source = source;
        this.start = start;
        this.size = size;
    }

    @Override
    public JsonNumber get(int index) {
        int[] found = bounds;
        if (found == null) {
            found = bounds();
            bounds = found;
        }
        return new JsonNumber(source, found[2 * index], found[2 * index + 1]);
    }

    @Override
    public int size() {
        return size;
    }

    double[] doubles() {
        String text = source.text();
        double[] doubles = new double[size];
        int at = start;
        for (int i = 0; i < size; i++) {
            int first = skip(text, at, false);
            int value = 0;
            int end = first;
            char c = text.charAt(end);
            while (c >= '0' && c <= '9') {
                value = value * 10 + (c - '0');
                c = text.charAt(++end);
            }
            boolean plain = end - first <= SHORT && !isOfNumber(c);
            at = plain ? end : skip(text, end, true);
            doubles[i] = plain ? value : JsonNumber.valueOf(text, first, at);
        }
        return doubles;
    }

    private int[] bounds() {
        String text = source.text();
        int[] found = new int[2 * size];
        int at = start;
        for (int i = 0; i < size; i++) {
            found[2 * i] = skip(text, at, false);
            at = skip(text, found[2 * i], true);
            found[2 * i + 1] = at;
        }
        return found;
    }

    /** Past what belongs to a number, or past what stands between two. */
    static int skip(String text, int from, boolean number) {
        int i = from;
        while (i < text.length() && isOfNumber(text.charAt(i)) == number) {
            i++;
        }
        return i;
    }

    /** Digits, sign, point and exponent; a bracket ends the last number, a brace that of an object. */
    private static boolean isOfNumber(char c) {
        return c > ' ' && c != ',' && c != ']' && c != '}';
    }
}
