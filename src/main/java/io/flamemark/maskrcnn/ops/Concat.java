package io.flamemark.maskrcnn.ops;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Arrays put one after the other. */
public final class Concat {

    private Concat() {}

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

    public static int[] of(int[] first, int[] second) {
        return IntStream.concat(Arrays.stream(first), Arrays.stream(second)).toArray();
    }

    public static long[] of(long[] first, long[] second) {
        return LongStream.concat(Arrays.stream(first), Arrays.stream(second)).toArray();
    }
}
