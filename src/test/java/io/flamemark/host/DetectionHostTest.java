package io.flamemark.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.flamemark.dataset.LabelMap;
import io.flamemark.detection.Detections;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DetectionHostTest {

    private static final WorkerLauncher LAUNCHER = TestWorkers.of(ScriptedWorkerMain.class);

    @TempDir
    Path folder;

    private Path weights;

    @BeforeEach
    void makeWeights() throws IOException {
        weights = Files.writeString(folder.resolve("weights.safetensors"), "w");
    }

    private DetectionHost host(boolean forked) {
        return forked
                ? new ForkedDetectionHost(LAUNCHER, WorkerTimes.standard(), folder.resolve("logs/detector.log"))
                : new InProcessDetectionHost(new ScriptedDetectors());
    }

    private static DetectionHost.Found get(CompletableFuture<DetectionHost.Found> answer) throws Exception {
        return answer.get(300, TimeUnit.SECONDS);
    }

    private static String refusal(CompletableFuture<DetectionHost.Found> answer) {
        ExecutionException e = assertThrows(ExecutionException.class, () -> get(answer));
        return assertInstanceOf(IOException.class, e.getCause()).getMessage();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    @DisplayName("detections and their class names arrive, for many requests at once")
    void detects(boolean forked) throws Exception {
        try (DetectionHost host = host(forked)) {
            List<CompletableFuture<DetectionHost.Found>> answers = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                answers.add(host.detect(weights, Path.of("a.png"), i % 2 == 0 ? 0.5 : 0.9));
            }
            for (int i = 0; i < 20; i++) {
                DetectionHost.Found found = get(answers.get(i));
                assertEquals(new LabelMap(List.of("fire")), found.labels());
                assertEquals(i % 2 == 0 ? ScriptedDetectors.SEEN : Detections.none(), found.detections());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    @DisplayName("a broken image and missing weights are refused with a sentence, and the next request is served")
    void refuses(boolean forked) throws Exception {
        try (DetectionHost host = host(forked)) {
            assertTrue(refusal(host.detect(weights, Path.of("broken.png"), 0)).contains("broken.png: not an image"));
            Path none = folder.resolve("none");
            assertTrue(refusal(host.detect(none, Path.of("a.png"), 0)).contains("none: there is no such model"));
            assertEquals(
                    ScriptedDetectors.SEEN,
                    get(host.detect(weights, Path.of("a.png"), 0)).detections());
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    @DisplayName("where memory is short a sentence says so and what to do; the next request is served")
    void fullCard(boolean forked) throws Exception {
        try (DetectionHost host = host(forked)) {
            String sentence = refusal(host.detect(weights, Path.of("full-card.png"), 0));
            assertTrue(sentence.contains("full-card.png could not be looked at. For this model"), sentence);
            assertTrue(sentence.contains("the memory of the graphics card is too small. Close other"), sentence);
            assertEquals(
                    ScriptedDetectors.SEEN,
                    get(host.detect(weights, Path.of("a.png"), 0)).detections());
        }
    }

    @Test
    @DisplayName("a graphics card that has failed for its worker takes that with it; the next request gets a new one")
    void lostCard() throws Exception {
        try (DetectionHost host = host(true)) {
            String sentence = refusal(host.detect(weights, Path.of("lost-card"), 0));
            assertTrue(
                    sentence.startsWith(
                            "The graphics card failed: CUDA error: an illegal memory access was encountered. Try again"),
                    sentence);
            assertEquals(
                    ScriptedDetectors.SEEN,
                    get(host.detect(weights, Path.of("a.png"), 0)).detections());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"bad-runs", "no-mask"})
    @DisplayName("an answer that makes no sense fails its request; the next one is heard")
    void senseless(String image) throws Exception {
        try (DetectionHost host = host(true)) {
            String sentence = refusal(host.detect(weights, Path.of(image), 0));
            assertTrue(sentence.contains("makes no sense"), sentence);
            assertEquals(
                    ScriptedDetectors.SEEN,
                    get(host.detect(weights, Path.of("a.png"), 0)).detections());
        }
    }

    @Test
    @DisplayName("a worker that falls silent is ended, and what it was asked fails with a sentence")
    void silence() throws Exception {
        Duration hour = Duration.ofHours(1);
        WorkerTimes impatient = new WorkerTimes(hour, Duration.ofMillis(200), hour, hour);
        DetectionWorker worker = DetectionWorker.start(LAUNCHER, impatient, folder.resolve("detector.log"));
        CompletableFuture<DetectionHost.Found> answer = new CompletableFuture<>();
        worker.ask(answer, new WorkerCommand.Detect(1, weights, Path.of("freeze"), 0));

        assertTrue(refusal(answer).contains("did not respond"));
        assertTrue(worker.hasEnded(), "the next request needs a new worker");
        worker.quit();
    }

    @Test
    @DisplayName("a worker that is stuck while its heart beats is ended, and what it was asked fails with a sentence")
    void stuck() throws Exception {
        Duration hour = Duration.ofHours(1);
        WorkerTimes impatient =
                new WorkerTimes(Duration.ofMillis(50), Duration.ofSeconds(60), hour, hour, Duration.ofMillis(200));
        DetectionWorker worker = DetectionWorker.start(LAUNCHER, impatient, folder.resolve("detector.log"));
        CompletableFuture<DetectionHost.Found> answer = new CompletableFuture<>();
        worker.ask(answer, new WorkerCommand.Detect(1, weights, Path.of("freeze"), 0));

        assertTrue(refusal(answer).contains("had no answer"));
        assertTrue(worker.hasEnded(), "the next request needs a new worker");
        worker.quit();
    }

    @Test
    @DisplayName("what a worker has not answered when the host is closed fails with a sentence")
    void closedMeanwhile() throws Exception {
        Duration hour = Duration.ofHours(1);
        WorkerTimes brief = new WorkerTimes(hour, hour, Duration.ofMillis(50), Duration.ofMillis(50));
        DetectionHost host = new ForkedDetectionHost(LAUNCHER, brief, folder.resolve("detector.log"));
        CompletableFuture<DetectionHost.Found> answer = host.detect(weights, Path.of("freeze"), 0);
        host.close();

        assertTrue(refusal(answer).contains("closed before it was done"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    @DisplayName("a closed host looks at nothing, and says so")
    void closed(boolean forked) {
        DetectionHost host = host(forked);
        host.close();

        assertTrue(refusal(host.detect(weights, Path.of("a.png"), 0)).contains("a.png was not looked at"));
    }

    @Test
    @DisplayName("a crash fails what was under way with a sentence; the next request gets a new worker")
    void crash() throws Exception {
        try (DetectionHost host = host(true)) {
            String sentence = refusal(host.detect(weights, Path.of("crash"), 0));
            assertTrue(sentence.contains("crashed in native code"), sentence);
            assertEquals(
                    ScriptedDetectors.SEEN,
                    get(host.detect(weights, Path.of("a.png"), 0)).detections());
        }
    }
}
