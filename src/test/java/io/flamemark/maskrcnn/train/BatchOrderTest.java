package io.flamemark.maskrcnn.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.flamemark.dataset.Sample;
import io.flamemark.maskrcnn.backbone.ImageSize;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchOrderTest {

    private static final int ROUNDS = 6;

    private static BatchOrder order(int tall, int broad, int batchSize, long seed) {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < tall + broad; i++) {
            boolean isTall = i < tall;
            samples.add(new Sample("" + i, Path.of(i + ".png"), isTall ? 40 : 60, isTall ? 60 : 40, List.of()));
        }
        return new BatchOrder(samples, batchSize, seed, sample -> new ImageSize(sample.width(), sample.height()));
    }

    private static boolean isTall(Sample sample) {
        return sample.height() > sample.width();
    }

    private static List<Sample> samples(BatchOrder order, int from, int to) {
        List<Sample> samples = new ArrayList<>();
        for (int i = from; i < to; i++) {
            samples.add(order.at(i));
        }
        return samples;
    }

    @ParameterizedTest
    @CsvSource({"10, 10, 2", "7, 6, 2", "5, 8, 4", "1, 0, 2", "2, 1, 4", "9, 4, 1", "0, 3, 3"})
    void eachRoundHasEverySampleOnceAndFewBatchesAreMixed(int tall, int broad, int batchSize) {
        BatchOrder order = order(tall, broad, batchSize, 7);
        int all = tall + broad;
        for (int round = 0; round < ROUNDS; round++) {
            Set<Sample> seen = new HashSet<>(samples(order, round * all, (round + 1) * all));
            assertEquals(new HashSet<>(order.samples()), seen, "round " + round);
        }
        int mixed = 0;
        for (int start = 0; start + batchSize <= ROUNDS * all; start += batchSize) {
            List<Sample> batch = samples(order, start, start + batchSize);
            mixed += batch.stream().map(BatchOrderTest::isTall).distinct().count() > 1 ? 1 : 0;
        }
        // Two where one shape ends and the other begins, and one that reaches into the next round.
        assertTrue(mixed <= 3 * ROUNDS, mixed + " mixed batches");
        assertTrue(tall != 10 || mixed <= 2 * ROUNDS, mixed + " mixed batches, though rounds are of whole batches");
    }

    @Test
    void anotherRoundAndAnotherSeedHaveAnotherOrderAndTheSameSeedTheSame() {
        List<Sample> first = samples(order(10, 10, 2, 7), 0, 20);
        assertEquals(first, samples(order(10, 10, 2, 7), 0, 20));
        assertNotEquals(first, samples(order(10, 10, 2, 7), 20, 40));
        assertNotEquals(first, samples(order(10, 10, 2, 8), 0, 20));
    }

    @Test
    void itCanBeAskedInAnyOrder() {
        BatchOrder order = order(6, 5, 2, 3);
        Sample late = order.at(50);
        order.at(3);
        assertEquals(late, order.at(50));
    }
}
