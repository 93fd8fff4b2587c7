package io.flamemark.exchange.mask;

/** The colours of Pascal VOC's masks: the bits of a number, from the lowest, are the highest bits of red, green, blue. */
public final class VocPalette {

    /** The number that means "do not judge here" in masks of 8 bits. */
    public static final int VOID = 255;

    private static final int SIZE = 256;

    private VocPalette() {}

    /** {@code 0xRRGGBB} for each number. */
    public static int[] colours() {
        int[] colours = new int[SIZE];
        for (int i = 0; i < SIZE; i++) {
            int bits = i;
            for (int shift = 7; bits != 0; shift--, bits >>= 3) {
                colours[i] |= (bits & 1) << shift + 16 | (bits >> 1 & 1) << shift + 8 | (bits >> 2 & 1) << shift;
            }
        }
        return colours;
    }
}
