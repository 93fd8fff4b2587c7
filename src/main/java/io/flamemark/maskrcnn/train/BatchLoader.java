package io.flamemark.maskrcnn.train;

import io.flamemark.dataset.Sample;
import io.flamemark.run.TrainingException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * Makes the batches of a run one step ahead, on a thread of its own. What is in the batch of a step depends on the seed
 * and the step alone, so a resumed run goes on as if it had not been interrupted.
 */
final class BatchLoader implements AutoCloseable {

    private final List<Sample> samples;
    private final int batchSize;
    private final long seed;
    private final SampleCache cache;
    private final Augmenter augmenter;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(task -> {
        Thread thread = Executors.defaultThreadFactory().newThread(task);
        thread.setName("training images");
        thread.setDaemon(true);
        return thread;
    });
    private Future<List<Example>> next;
    private int nextStep;

    BatchLoader(List<Sample> samples, int batchSize, long seed, SampleCache cache, Augmenter augmenter) {
        this.samples = samples;
        this.batchSize = batchSize;
        this.seed = seed;
        this.cache = cache;
        this.augmenter = augmenter;
    }

    /**
     * The batch of a step, counted from 1.
     *
     * @throws TrainingException if there is no image left that can be read
     * @throws IOException if this thread is interrupted
     */
    List<Example> batch(int step) throws IOException {
        if (next == null || nextStep != step) {
            request(step);
        }
        Future<List<Example>> wanted = next;
        try {
            List<Example> batch = wanted.get();
            request(step + 1);
            return batch;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TrainingException nothingLeft) {
                throw nothingLeft;
            }
            throw new IllegalStateException("the images of step " + step + " could not be prepared", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while reading images", e);
        }
    }

    private void request(int step) {
        nextStep = step;
        next = worker.submit(() -> make(step));
    }

    private List<Example> make(int step) {
        Random random = new Random(seed * 1_000_003 + step);
        List<Example> batch = new ArrayList<>();
        for (int i = 0; i < batchSize; i++) {
            batch.add(augmenter.varied(readableAt((step - 1) * batchSize + i), random));
        }
        return batch;
    }

    /** The sample at a position, or the nearest one after it whose image can be read. */
    private CachedSample readableAt(int index) {
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

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
