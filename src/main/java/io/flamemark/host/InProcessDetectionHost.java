package io.flamemark.host;

import io.flamemark.run.Detector;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

/** Looks at images on a thread of this process: for the command line and for tests. */
public final class InProcessDetectionHost implements DetectionHost {

    private final DetectionDesk desk;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(DaemonThreads.named("detector"));

    public InProcessDetectionHost(Detector.Factory factory) {
        this.desk = new DetectionDesk(factory);
    }

    @Override
    public CompletableFuture<Found> detect(Path weights, Path image, double minScore) {
        try {
            return CompletableFuture.supplyAsync(() -> look(weights, image, minScore), thread);
        } catch (RejectedExecutionException e) {
            return CompletableFuture.failedFuture(
                    new IOException(image + " was not looked at: the detection has been closed.", e));
        }
    }

    private Found look(Path weights, Path image, double minScore) {
        try {
            return desk.detect(weights, image, minScore);
        } catch (IOException e) {
            throw new CompletionException(e);
        }
    }

    @Override
    public void close() {
        if (!thread.isShutdown()) {
            thread.execute(desk::close);
            thread.shutdown();
        }
    }
}
