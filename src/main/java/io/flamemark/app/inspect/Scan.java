package io.flamemark.app.inspect;

import io.flamemark.app.task.FxTasks;
import io.flamemark.app.task.Job;
import io.flamemark.host.DetectionHost;
import io.flamemark.host.DetectionHost.Found;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;

/**
 * Looks at many images with one model, one after the other, the one on display first. What a scan finds after it was
 * closed goes nowhere. For the window's thread.
 */
final class Scan {

    /** Detections are fetched down to here once; the threshold slider filters what came. torchvision's default. */
    static final double LOWEST_SCORE = 0.05;

    /** After so many failures in a row it is the model, not the image. */
    private static final int MOST_FAILURES = 2;

    private final ModelChoice model;
    private final DetectionHost host;
    private final FxTasks tasks;
    private final Runnable changed;
    private final Map<String, Looked> outcomes = new HashMap<>();
    private final Map<Path, Found> found = new HashMap<>();
    private final Deque<InspectImage> waiting = new ArrayDeque<>();
    private Job job;
    private boolean busy;
    private boolean closed;
    private int failures;
    private int done;

    /** What came of an image as it was then; its truth may have been edited since. */
    private record Looked(InspectImage image, Outcome outcome) {}

    /** @param changed called when an outcome is new */
    Scan(ModelChoice model, DetectionHost host, FxTasks tasks, Runnable changed) {
        this.model = model;
        this.host = host;
        this.tasks = tasks;
        this.changed = changed;
    }

    Outcome of(InspectImage image) {
        Looked looked = outcomes.get(image.key());
        return looked != null && looked.image().equals(image) ? looked.outcome() : new Outcome.Waiting();
    }

    boolean isBusy() {
        return busy || !waiting.isEmpty();
    }

    /** Adds images that have not been looked at; those already waiting stay in their order. */
    void add(List<InspectImage> images) {
        waiting.removeIf(w -> images.stream().anyMatch(i -> i.key().equals(w.key()) && !i.equals(w)));
        for (InspectImage image : images) {
            if (of(image) instanceof Outcome.Waiting && !waiting.contains(image)) {
                waiting.add(image);
            }
        }
        next();
    }

    /** Lets an image be the next one; one that failed is tried again. */
    void prefer(InspectImage image) {
        Outcome outcome = of(image);
        if (outcome instanceof Outcome.Waiting || outcome instanceof Outcome.Failed) {
            failures = 0;
            waiting.remove(image);
            waiting.addFirst(image);
            next();
        }
    }

    /** Ends it; an image being looked at is finished but not reported. */
    void close() {
        closed = true;
        waiting.clear();
        endJob();
    }

    private void next() {
        if (closed || busy) {
            return;
        }
        InspectImage image = waiting.poll();
        if (image == null) {
            endJob();
            return;
        }
        busy = true;
        outcomes.put(image.key(), new Looked(image, new Outcome.Looking()));
        if (found.containsKey(image.file())) {
            // Only its truth has changed: what the model sees in it is known.
            judge(image, found.get(image.file()));
            return;
        }
        showJob(image);
        changed.run();
        host.detect(model.weights(), image.file(), LOWEST_SCORE)
                .whenComplete((result, failure) -> tasks.onWindowThread(() -> {
                    if (failure != null) {
                        finish(image, new Outcome.Failed(sentence(image, failure)));
                    } else {
                        found.put(image.file(), result);
                        judge(image, result);
                    }
                }));
    }

    private void judge(InspectImage image, Found result) {
        tasks.task("Comparing " + image.name(), progress -> Judgement.of(image, result))
                .unseen()
                .onSuccess(judgement -> finish(image, new Outcome.Seen(judgement)))
                .onFailure(e -> finish(image, new Outcome.Failed(sentence(image, e))))
                .start();
    }

    private void finish(InspectImage image, Outcome outcome) {
        busy = false;
        done++;
        if (closed) {
            return;
        }
        outcomes.put(image.key(), new Looked(image, outcome));
        failures = outcome instanceof Outcome.Failed ? failures + 1 : 0;
        if (failures >= MOST_FAILURES) {
            waiting.clear();
        }
        next();
        changed.run();
    }

    private void showJob(InspectImage image) {
        if (job == null) {
            job = tasks.show("Looking at images", this::cancelled);
        }
        int all = done + 1 + waiting.size();
        job.at(done / (double) all, (done + 1) + " of " + all + ": " + image.name());
    }

    private void cancelled() {
        waiting.clear();
        endJob();
        changed.run();
    }

    private void endJob() {
        if (job != null) {
            job.end();
            job = null;
        }
    }

    private static String sentence(InspectImage image, Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        String message = cause.getMessage() == null ? cause.toString() : cause.getMessage();
        return message.contains(image.name()) ? message : image.name() + ": " + message;
    }
}
