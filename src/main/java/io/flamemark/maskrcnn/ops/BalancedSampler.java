package io.flamemark.maskrcnn.ops;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Draws the candidates a loss is computed on, so that the many negatives do not drown the few positives: at most a
 * fraction of positives, the rest negatives, each drawn without preference (torchvision's
 * {@code BalancedPositiveNegativeSampler}).
 *
 * @param size the candidates drawn for each image, fewer where there are not so many
 * @param positiveFraction the largest fraction of positives
 */
public record BalancedSampler(int size, double positiveFraction) {

    /** The drawn candidates, as ascending indices. */
    public record Sampled(int[] positives, int[] negatives) {

        /** Both kinds together, ascending: the order in which torchvision takes them. */
        public int[] all() {
            return IntStream.concat(Arrays.stream(positives), Arrays.stream(negatives))
                    .sorted()
                    .toArray();
        }
    }

    /**
     * Draws the candidates of one image.
     *
     * @param labels for each candidate: at least 1 where positive, 0 where negative, below 0 where it must not be drawn
     */
    public Sampled sample(int[] labels, RandomGenerator random) {
        int[] positives = draw(labels, label -> label >= 1, (int) (size * positiveFraction), random);
        int[] negatives = draw(labels, label -> label == 0, size - positives.length, random);
        return new Sampled(positives, negatives);
    }

    private static int[] draw(int[] labels, IntPredicate wanted, int most, RandomGenerator random) {
        int[] pool = IntStream.range(0, labels.length)
                .filter(i -> wanted.test(labels[i]))
                .toArray();
        int count = Math.min(most, pool.length);
        for (int i = 0; i < count; i++) {
            int other = random.nextInt(i, pool.length);
            int drawn = pool[other];
            pool[other] = pool[i];
            pool[i] = drawn;
        }
        int[] drawn = Arrays.copyOf(pool, count);
        Arrays.sort(drawn);
        return drawn;
    }
}
