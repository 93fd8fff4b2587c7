package io.flamemark.maskrcnn.train;

import io.flamemark.augment.Augmenter;
import io.flamemark.augment.LabelledImage;
import io.flamemark.dataset.Sample;
import io.flamemark.run.TrainingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * What is in each batch of a run: the next images, each varied at random. It depends on the seed and the batch's number
 * alone, so a resumed run goes on as if it had not been interrupted.
 */
record BatchMaker(BatchOrder order, long seed, SampleCache cache, Augmenter augmenter) {

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
        int samples = order.samples().size();
        List<Example> batch = new ArrayList<>();
        for (int i = 0; i < order.batchSize(); i++) {
            int position = (number - 1) * order.batchSize() + i;
            LabelledImage image = readable(ahead -> order.at(position + ahead));
            batch.add(Example.of(augmenter.varied(image, () -> any(random.nextInt(samples)), random)));
        }
        return batch;
    }

    private LabelledImage any(int first) {
        List<Sample> samples = order.samples();
        return readable(ahead -> samples.get((first + ahead) % samples.size()));
    }

    /** The first of some samples, one after the other, whose image can be read. */
    private LabelledImage readable(IntFunction<Sample> samples) {
        return IntStream.range(0, 2 * order.samples().size())
                .mapToObj(samples)
                .map(cache::get)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> new TrainingException("None of the training images can be read any more."));
    }
}
