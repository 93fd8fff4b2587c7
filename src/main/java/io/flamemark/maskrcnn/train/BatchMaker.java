package io.flamemark.maskrcnn.train;

import io.flamemark.augment.Augmenter;
import io.flamemark.augment.LabelledImage;
import io.flamemark.dataset.Sample;
import io.flamemark.run.TrainingException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * What is in each batch of a run: rounds over all samples, each round shuffled, each image varied at random. It depends
 * on the seed and the batch's number alone, so a resumed run goes on as if it had not been interrupted.
 */
record BatchMaker(List<Sample> samples, int batchSize, long seed, SampleCache cache, Augmenter augmenter) {

    /** A prime above the batches of most runs; another than {@link TrainingLoop}'s, so that the two draw apart. */
    private static final long BETWEEN_SEEDS = 1_000_003;

    /**
     * The batch of a number.
     *
     * @param number counted from 1
     * @throws TrainingException if there is no image left that can be read
     */
    List<Example> batch(int number) {
        Random random = new Random(seed * BETWEEN_SEEDS + number);
        List<Example> batch = new ArrayList<>();
        for (int i = 0; i < batchSize; i++) {
            LabelledImage image = readableAt((number - 1) * batchSize + i);
            batch.add(Example.of(augmenter.varied(image, () -> readableAt(random.nextInt(samples.size())), random)));
        }
        return batch;
    }

    /** The sample at a position, or the nearest one after it whose image can be read. */
    private LabelledImage readableAt(int index) {
        return IntStream.range(index, index + 2 * samples.size())
                .mapToObj(at -> cache.get(sampleAt(at)))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> new TrainingException("None of the training images can be read any more."));
    }

    /** Position {@code index} in an endless row of shuffled rounds over all samples. */
    private Sample sampleAt(int index) {
        List<Sample> round = new ArrayList<>(samples);
        Collections.shuffle(round, new Random(seed + index / samples.size()));
        return round.get(index % samples.size());
    }
}
