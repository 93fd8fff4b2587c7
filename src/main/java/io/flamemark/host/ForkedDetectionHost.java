package io.flamemark.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/**
 * Looks at images in one worker process, started on first use and again after a crash: then the requests under way fail
 * with a sentence, and the next one is served as if nothing had been.
 */
public final class ForkedDetectionHost implements DetectionHost {

    private final WorkerLauncher launcher;
    private final WorkerTimes times;
    private final Path log;
    private DetectionWorker worker;
    private long lastId;
    private boolean closed;

    /** @param log where the worker's own words go */
    public ForkedDetectionHost(WorkerLauncher launcher, WorkerTimes times, Path log) {
        this.launcher = launcher;
        this.times = times;
        this.log = log;
    }

    @Override
    public synchronized CompletableFuture<Found> detect(Path weights, Path image, double minScore) {
        CompletableFuture<Found> answer = new CompletableFuture<>();
        if (closed) {
            answer.completeExceptionally(new IOException(image + " was not looked at: the detection has been closed."));
            return answer;
        }
        try {
            if (worker == null || worker.hasEnded()) {
                Files.createDirectories(log.toAbsolutePath().getParent());
                worker = DetectionWorker.start(launcher, times, log);
            }
            worker.ask(
                    answer,
                    new WorkerCommand.Detect(++lastId, weights.toAbsolutePath(), image.toAbsolutePath(), minScore));
        } catch (IOException e) {
            answer.completeExceptionally(
                    new IOException("The detection process could not be started: " + e.getMessage(), e));
        }
        return answer;
    }

    @Override
    public void close() {
        DetectionWorker last;
        synchronized (this) {
            closed = true;
            last = worker;
            worker = null;
        }
        if (last != null) {
            last.quit();
        }
    }
}
