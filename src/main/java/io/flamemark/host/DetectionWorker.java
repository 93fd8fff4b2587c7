package io.flamemark.host;

import io.flamemark.dataset.LabelMap;
import io.flamemark.detection.Detections;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One worker that looks at images, and the requests it has not answered yet. */
final class DetectionWorker implements WorkerProcess.Listener {

    private static final Logger LOG = LoggerFactory.getLogger(DetectionWorker.class);

    private static final String SILENT =
            "The detection process did not respond any more and was ended; try again, and if it happens again, "
                    + "close other programs.";
    private static final String STUCK =
            "The detection process had no answer after a very long time and was ended; try again, with a smaller image"
                    + " or a smaller network.";
    private static final String CLOSED = "The detection was closed before it was done.";

    /** Guards what follows. */
    private final Map<Long, CompletableFuture<DetectionHost.Found>> waiting = new HashMap<>();

    private final WorkerTimes times;
    private WorkerProcess process;
    private boolean closed;

    /** When it last answered, or was asked while it had nothing to do. */
    private long lastAnswer;

    /** Why nothing can be asked any more. */
    private Optional<String> end = Optional.empty();

    private DetectionWorker(WorkerTimes times) {
        this.times = times;
    }

    static DetectionWorker start(WorkerLauncher launcher, WorkerTimes times, Path log) throws IOException {
        DetectionWorker worker = new DetectionWorker(times);
        // Under the lock, since a worker may be found silent before this returns.
        synchronized (worker.waiting) {
            worker.process = WorkerProcess.start(launcher, log, times, worker);
        }
        return worker;
    }

    boolean hasEnded() {
        synchronized (waiting) {
            return end.isPresent();
        }
    }

    /** Lets it answer what it was asked, then ends it. */
    void quit() {
        synchronized (waiting) {
            closed = true;
        }
        process.send(new WorkerCommand.Quit());
        process.endWithin();
    }

    void ask(CompletableFuture<DetectionHost.Found> answer, WorkerCommand.Detect request) {
        synchronized (waiting) {
            if (end.isPresent()) {
                fail(answer, end.get());
                return;
            }
            if (waiting.isEmpty()) {
                lastAnswer = System.nanoTime();
            }
            waiting.put(request.id(), answer);
        }
        process.send(request);
    }

    @Override
    public void onMessage(WorkerMessage message) {
        if (message instanceof WorkerMessage.Found found) {
            give(found, take(found.id()));
        } else if (message instanceof WorkerMessage.Refused refused) {
            take(refused.id()).completeExceptionally(new IOException(refused.reason()));
        }
    }

    /** A frozen worker is not worth waiting for: it is ended, and the next request starts another. */
    @Override
    public void onSilence(boolean silent) {
        if (silent) {
            end(SILENT);
            process.kill();
        }
    }

    /** It says that it is alive, whatever the thread that looks at images does. */
    @Override
    public void onWatch() {
        boolean stuck;
        synchronized (waiting) {
            stuck = !waiting.isEmpty()
                    && System.nanoTime() - lastAnswer > times.answer().toNanos();
        }
        if (stuck) {
            end(STUCK);
            process.kill();
        }
    }

    @Override
    public void onEnd(WorkerExit how) {
        end(how.sentence());
    }

    private void end(String why) {
        List<CompletableFuture<DetectionHost.Found>> unanswered;
        String sentence;
        synchronized (waiting) {
            sentence = closed ? CLOSED : why;
            end = Optional.of(end.orElse(sentence));
            unanswered = new ArrayList<>(waiting.values());
            waiting.clear();
        }
        unanswered.forEach(answer -> fail(answer, sentence));
    }

    private static void give(WorkerMessage.Found found, CompletableFuture<DetectionHost.Found> answer) {
        try {
            answer.complete(new DetectionHost.Found(new LabelMap(found.labels()), detections(found)));
        } catch (RuntimeException e) {
            LOG.error("The answer {} makes no sense", found.id(), e);
            fail(answer, "The detection process gave an answer that makes no sense: " + e.getMessage() + ".");
        }
    }

    private CompletableFuture<DetectionHost.Found> take(long id) {
        synchronized (waiting) {
            lastAnswer = System.nanoTime();
            CompletableFuture<DetectionHost.Found> answer = waiting.remove(id);
            return answer != null ? answer : new CompletableFuture<>();
        }
    }

    private static void fail(CompletableFuture<DetectionHost.Found> answer, String why) {
        answer.completeExceptionally(new IOException(why));
    }

    private static Detections detections(WorkerMessage.Found found) {
        return new Detections(
                found.detections().stream().map(WireDetection::toDetection).toList());
    }
}
