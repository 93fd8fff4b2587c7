package io.flamemark.maskrcnn.ops;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Arrays put one after the other. */
public final class Concat {

    private Concat() {}

    /** A new array of all parts in their order; empty for none. */
    public static float[] of(float[]... parts) {
        float[] all =
                new float[Arrays.stream(parts).mapToInt(part -> part.length).sum()];
        int at = 0;
        for (float[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }

    /** A new array: {@code first}, then {@code second}. */
    public static int[] of(int[] first, int[] second) {
        return IntStream.concat(Arrays.stream(first), Arrays.stream(second)).toArray();
    }

    /** A new array: {@code first}, then {@code second}. */
    public static long[] of(long[] first, long[] second) {
        return LongStream.concat(Arrays.stream(first), Arrays.stream(second)).toArray();
    }
}
