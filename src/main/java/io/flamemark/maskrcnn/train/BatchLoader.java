package io.flamemark.maskrcnn.train;

import io.flamemark.run.TrainingException;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/**
 * Decodes and varies the images of the next batch while the step before it is computed, on a thread of its own. There
 * is never more than the batch in use and the one after it.
 */
final class BatchLoader implements AutoCloseable {

    private final IntFunction<List<Example>> batches;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(task -> {
        Thread thread = Executors.defaultThreadFactory().newThread(task);
        thread.setName("training images");
        thread.setDaemon(true);
        return thread;
    });
    private Future<List<Example>> next;
    private int nextNumber;

    /** @param batches makes the batch of a number, on another thread */
    BatchLoader(IntFunction<List<Example>> batches) {
        this.batches = batches;
    }

    /**
     * The batch of a number, counted from 1; the one after it is begun.
     *
     * @throws TrainingException if there is no image left that can be read
     * @throws IOException if this thread is interrupted
     */
    List<Example> batch(int number) throws IOException {
        if (next == null || nextNumber != number) {
            request(number);
        }
        Future<List<Example>> wanted = next;
        try {
            List<Example> batch = wanted.get();
            request(number + 1);
            return batch;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TrainingException nothingLeft) {
                throw nothingLeft;
            }
            throw new IllegalStateException("the images of batch " + number + " could not be prepared", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while reading images", e);
        }
    }

    private void request(int number) {
        nextNumber = number;
        next = worker.submit(() -> batches.apply(number));
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
