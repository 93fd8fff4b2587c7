package io.flamemark.maskrcnn.ops;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.flamemark.maskrcnn.FixedPermutation;
import io.flamemark.maskrcnn.Reference;
import io.flamemark.maskrcnn.ops.BalancedSampler.Sampled;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BalancedSamplerTest {

    private final BalancedSampler sampler = new BalancedSampler(8, 0.5);

    @Test
    void givenTheSameRandomChoiceDrawsWhatTorchvisionDraws() {
        Reference expected = Reference.of("parts.safetensors");
        int[] labels = expected.ints("sampler.labels");
        Sampled sampled = new BalancedSampler(64, 0.25).sample(labels, new FixedPermutation());
        assertArrayEquals(expected.ints("sampler.positive"), sampled.positives());
        assertArrayEquals(expected.ints("sampler.negative"), sampled.negatives());
        Sampled few = new BalancedSampler(300, 0.5).sample(labels, new FixedPermutation());
        assertArrayEquals(expected.ints("sampler.fewPositive"), few.positives());
        assertArrayEquals(expected.ints("sampler.fewNegative"), few.negatives());
    }

    @Test
    void drawsAtMostTheFractionOfPositivesAndFillsWithNegatives() {
        Sampled sampled = sampler.sample(labels(20, 30), new SplittableRandom(1));
        assertEquals(4, sampled.positives().length);
        assertEquals(4, sampled.negatives().length);
    }

    @Test
    void takesMoreNegativesWherePositivesAreFew() {
        Sampled sampled = sampler.sample(labels(1, 30), new SplittableRandom(1));
        assertArrayEquals(new int[] {0}, sampled.positives());
        assertEquals(7, sampled.negatives().length);
    }

    @Test
    void takesAllWhereThereAreNotEnough() {
        Sampled sampled = sampler.sample(new int[] {0, -1, 2, -2, 0}, new SplittableRandom(1));
        assertArrayEquals(new int[] {0, 2, 4}, sampled.all());
    }

    @Test
    void drawsEachCandidateAlikeAndNoneTwice() {
        int[] labels = labels(10, 0);
        int[] drawn = new int[10];
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 5000; i++) {
            int[] positives = sampler.sample(labels, random).positives();
            assertEquals(4, Arrays.stream(positives).distinct().count());
            Arrays.stream(positives).forEach(p -> drawn[p]++);
        }
        Arrays.stream(drawn).forEach(n -> assertTrue(n > 1800 && n < 2200, Arrays.toString(drawn)));
    }

    @Test
    void theSameSeedDrawsTheSame() {
        int[] first = sampler.sample(labels(20, 30), new SplittableRandom(5)).all();
        assertArrayEquals(
                first, sampler.sample(labels(20, 30), new SplittableRandom(5)).all());
    }

    private static int[] labels(int positives, int negatives) {
        int[] labels = new int[positives + negatives];
        Arrays.fill(labels, 0, positives, 1);
        return labels;
    }
}
