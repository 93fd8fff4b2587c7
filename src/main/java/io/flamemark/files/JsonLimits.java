package io.flamemark.files;

/**
 * How much JSON is accepted, so that a small hostile file cannot exhaust the memory.
 *
 * @param bytes size of the file
 * @param depth nesting of objects and lists
 * @param stringLength characters of one text or key
 * @param numberLength characters of one number
 * @param elements values and keys in all; of numbers that stand in a list of their own, as coordinates do,
 *     {@value #NUMBERS_AN_ELEMENT} count as one, and a key of an object too large to be built later as so many more:
 *     {@value #MORE_A_LARGE_KEY}
 */
public record JsonLimits(long bytes, int depth, int stringLength, int numberLength, long elements) {

    static final int NUMBERS_AN_ELEMENT = 8;
    /** The key's own text, the member and its place in the index of keys. */
    static final int MORE_A_LARGE_KEY = 2;

    private static final int DEPTH = 64;
    private static final int STRING = 16_000_000;
    private static final int NUMBER = 500;
    private static final long BYTES = 512L << 20;
    private static final long ELEMENTS = 50_000_000L;
    /** A node with its text and its slots, and what is made of it for the project, take up to half of this. */
    private static final int HEAP_AN_ELEMENT = 200;
    /** The bytes of the file and its text, two bytes a character where it is not Latin, are held together. */
    private static final int HEAP_A_BYTE = 8;

    /** As much as the heap of this program bears. */
    public static JsonLimits standard() {
        long heap = Runtime.getRuntime().maxMemory();
        return new JsonLimits(
                Math.min(BYTES, heap / HEAP_A_BYTE), DEPTH, STRING, NUMBER, Math.min(ELEMENTS, heap / HEAP_AN_ELEMENT));
    }
}
