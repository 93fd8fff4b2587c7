package io.flamemark.app.inspect;

import io.flamemark.host.DetectionHost;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** A host that answers when the test says so. */
final class ScriptedDetectionHost implements DetectionHost {

    /** What was asked, in order. */
    record Question(Path weights, Path image, double minScore, CompletableFuture<Found> reply) {}

    final List<Question> asked = new ArrayList<>();
    private final Map<Path, CompletableFuture<Found>> open = new ConcurrentHashMap<>();

    @Override
    public CompletableFuture<Found> detect(Path weights, Path image, double minScore) {
        CompletableFuture<Found> answer = new CompletableFuture<>();
        asked.add(new Question(weights, image, minScore, answer));
        open.put(image, answer);
        return answer;
    }

    boolean isAsked(Path image) {
        return open.containsKey(image);
    }

    void answer(Path image, Found found) {
        open.remove(image).complete(found);
    }

    void fail(Path image, Exception failure) {
        open.remove(image).completeExceptionally(failure);
    }

    @Override
    public void close() {}
}
