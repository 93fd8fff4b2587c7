package io.flamemark.files;

/**
 * How much JSON is accepted, so that a small hostile file cannot exhaust the memory.
 *
 * @param bytes size of the file
 * @param depth nesting of objects and lists
 * @param stringLength characters of one text or key
 * @param numberLength characters of one number
 * @param elements values and keys in all
 */
public record JsonLimits(long bytes, int depth, int stringLength, int numberLength, long elements) {

    private static final int DEPTH = 64;
    private static final int STRING = 16_000_000;
    private static final int NUMBER = 500;
    private static final long BYTES = 512L << 20;
    private static final long ELEMENTS = 50_000_000L;
    /** A node, its slot in its parent and its share of the source text take about this much heap. */
    private static final int BYTES_AN_ELEMENT = 64;

    /** As much as the heap of this program bears. */
    public static JsonLimits standard() {
        long heap = Runtime.getRuntime().maxMemory();
        return new JsonLimits(
                Math.min(BYTES, heap / 6), DEPTH, STRING, NUMBER, Math.min(ELEMENTS, heap / BYTES_AN_ELEMENT));
    }
}
