package io.flamemark.weights;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Closes a stream from which nothing has come for too long, or that is no longer wanted: a reader that waits for it
 * would never look up otherwise.
 */
final class StallGuard implements AutoCloseable {

    private static final long TICK_MILLIS = 200;

    private final InputStream stream;
    private final LongSupplier done;
    private final WeightsDownload.Watch watch;
    private final Duration patience;
    private volatile boolean over;
    private volatile boolean stalled;
    private long lastDone = -1;
    private long lastChange;

    /** @param done the bytes read so far */
    StallGuard(InputStream stream, LongSupplier done, WeightsDownload.Watch watch, Duration patience) {
        this.stream = stream;
        this.done = done;
        this.watch = watch;
        this.patience = patience;
        lookLater();
    }

    private void lookLater() {
        CompletableFuture.delayedExecutor(TICK_MILLIS, TimeUnit.MILLISECONDS).execute(this::look);
    }

    private void look() {
        if (over) {
            return;
        }
        if (done.getAsLong() != lastDone) {
            lastDone = done.getAsLong();
            lastChange = System.nanoTime();
        }
        stalled = System.nanoTime() - lastChange > patience.toNanos();
        if (stalled || watch.isCancelled()) {
            closeStream();
        } else {
            lookLater();
        }
    }

    private void closeStream() {
        try {
            stream.close();
        } catch (IOException e) {
            // The reader finds it closed or broken: either ends the waiting.
        }
    }

    /**
     * Called by the reader after each piece, and at the end.
     *
     * @throws IOException if the stream was closed because nothing came
     * @throws CancellationException if it is no longer wanted
     */
    void check() throws IOException {
        if (watch.isCancelled()) {
            throw new CancellationException("the download was cancelled");
        }
        if (stalled) {
            throw new IOException("nothing came for " + patience.toSeconds() + " s");
        }
    }

    @Override
    public void close() {
        over = true;
    }
}
