package io.flamemark.maskrcnn.ops;

import java.util.Arrays;

/** Orders by score, the highest first and the earlier of equal ones; a score that is not a number is left out. */
public final class Ranking {

    private Ranking() {}

    /** The indices of all scores, by decreasing score. */
    public static int[] descending(float[] scores) {
        return top(scores, 0, scores.length, scores.length);
    }

    /**
     * The indices of the highest scores in a part of the array, such as one level of a pyramid.
     *
     * @param from the first index of the part
     * @param to the index after its last
     * @param most how many to give, fewer where the part is smaller
     */
    public static int[] top(float[] scores, int from, int to, int most) {
        if (most == 0) {
            return new int[0];
        }
        // Room for twice as many: whenever it is full, the worse half goes, and what is worse than the rest never
        // comes.
        long[] keys = new long[(int) Math.min(to - from, 2L * most)];
        long bar = Long.MAX_VALUE;
        int count = 0;
        for (int i = from; i < to; i++) {
            long key = (long) ~ascendingBits(scores[i]) << Integer.SIZE | i;
            if (key > bar || Float.isNaN(scores[i])) {
                continue;
            }
            keys[count++] = key;
            if (count == 2L * most) {
                Arrays.sort(keys);
                count = most;
                bar = keys[most - 1];
            }
        }
        Arrays.sort(keys, 0, count);
        int[] indices = new int[Math.min(most, count)];
        for (int i = 0; i < indices.length; i++) {
            indices[i] = (int) keys[i];
        }
        return indices;
    }

    /** An integer that grows with the number. Zero is added so that both zeros are equal. */
    private static int ascendingBits(float value) {
        int bits = Float.floatToIntBits(value + 0f);
        return bits ^ (bits >> 31 & Integer.MAX_VALUE);
    }
}
