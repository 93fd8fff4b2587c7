package io.flamemark.host;

import io.flamemark.dataset.LabelMap;
import io.flamemark.detection.Detections;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** One worker that looks at images, and the requests it has not answered yet. */
final class DetectionWorker implements WorkerProcess.Listener {

    private final Map<Long, CompletableFuture<DetectionHost.Found>> waiting = new HashMap<>();
    private WorkerProcess process;
    private WorkerExit exit;

    static DetectionWorker start(WorkerLauncher launcher, WorkerTimes times, Path log) throws IOException {
        DetectionWorker worker = new DetectionWorker();
        worker.process = WorkerProcess.start(launcher, log, times, worker);
        return worker;
    }

    boolean hasEnded() {
        synchronized (waiting) {
            return exit != null;
        }
    }

    /** Lets it answer what it was asked, then ends it. */
    void quit() {
        process.send(new WorkerCommand.Quit());
        process.endWithin();
    }

    void ask(CompletableFuture<DetectionHost.Found> answer, WorkerCommand.Detect request) {
        synchronized (waiting) {
            if (exit != null) {
                fail(answer, exit);
                return;
            }
            waiting.put(request.id(), answer);
        }
        process.send(request);
    }

    @Override
    public void onMessage(WorkerMessage message) {
        if (message instanceof WorkerMessage.Found found) {
            take(found.id()).complete(new DetectionHost.Found(new LabelMap(found.labels()), detections(found)));
        } else if (message instanceof WorkerMessage.Refused refused) {
            take(refused.id()).completeExceptionally(new IOException(refused.reason()));
        }
    }

    @Override
    public void onEnd(WorkerExit how) {
        List<CompletableFuture<DetectionHost.Found>> unanswered;
        synchronized (waiting) {
            exit = how;
            unanswered = new ArrayList<>(waiting.values());
            waiting.clear();
        }
        unanswered.forEach(answer -> fail(answer, how));
    }

    private CompletableFuture<DetectionHost.Found> take(long id) {
        synchronized (waiting) {
            CompletableFuture<DetectionHost.Found> answer = waiting.remove(id);
            return answer != null ? answer : new CompletableFuture<>();
        }
    }

    private static void fail(CompletableFuture<DetectionHost.Found> answer, WorkerExit how) {
        answer.completeExceptionally(new IOException(how.sentence()));
    }

    private static Detections detections(WorkerMessage.Found found) {
        return new Detections(
                found.detections().stream().map(WireDetection::toDetection).toList());
    }
}
