package io.flamemark.maskrcnn;

import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * A random choice that is none: lets a shuffle that swaps each place with a later one draw by the permutation that
 * stands for {@code torch.randperm} in {@code src/test/reference/reference.py}.
 */
public final class FixedPermutation implements RandomGenerator {

    private int[] pool = {};

    /** The place, from {@code origin} on, at which the pool now holds the element to be drawn next. */
    @Override
    public int nextInt(int origin, int bound) {
        if (origin == 0) {
            pool = IntStream.range(0, bound).toArray();
        }
        int wanted = (int) ((7919L * origin + 31) % bound);
        int place = origin;
        while (pool[place] != wanted) {
            place++;
        }
        pool[place] = pool[origin];
        pool[origin] = wanted;
        return place;
    }

    @Override
    public long nextLong() {
        throw new UnsupportedOperationException("nothing but drawing without putting back is fixed");
    }
}
