package io.flamemark.app.train.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.flamemark.app.task.FxTasks;
import io.flamemark.app.train.history.ModelComparison.Change;
import io.flamemark.dataset.Dataset;
import io.flamemark.dataset.LabelMap;
import io.flamemark.dataset.Sample;
import io.flamemark.detection.Detection;
import io.flamemark.detection.Detections;
import io.flamemark.geometry.PolygonRasterizer;
import io.flamemark.host.DetectionHost;
import io.flamemark.imaging.ImageDecoder;
import io.flamemark.imaging.PictureFiles;
import io.flamemark.imaging.Rendering;
import io.flamemark.run.RunDirectory;
import io.flamemark.run.RunFiles;
import io.flamemark.run.RunFixture;
import io.flamemark.run.RunNotes;
import io.flamemark.run.RunStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonModelTest {

    /** Answers when the test says so, whichever model it was asked about. */
    private static final class Host implements DetectionHost {

        record Question(Path weights, Path image, CompletableFuture<Found> reply) {}

        private final Deque<Question> asked = new ArrayDeque<>();

        @Override
        public CompletableFuture<Found> detect(Path weights, Path image, double minScore) {
            asked.add(new Question(weights, image, new CompletableFuture<>()));
            return asked.getLast().reply();
        }

        @Override
        public void close() {}
    }

    @TempDir
    Path folder;

    private final Host host = new Host();
    private final FxTasks tasks = new FxTasks(Runnable::run, Runnable::run, e -> {
        throw new AssertionError(e);
    });
    private final ComparisonModel model = new ComparisonModel(host, tasks);
    private RunDirectory earlier;
    private RunDirectory later;

    @BeforeEach
    void twoModels() throws IOException {
        earlier = withModel("first");
        later = withModel("second");
    }

    private RunDirectory withModel(String preset) throws IOException {
        RunDirectory run = RunFixture.job(folder, preset).directory();
        Files.createDirectories(run.model());
        Files.writeString(run.weights(), preset);
        return run;
    }

    /** The one outline of the one validation image, by a model that knows the given classes. */
    private DetectionHost.Found found(List<String> classes, int label) throws IOException {
        Sample image = RunFiles.dataset(later).validation().get(0);
        var outline = image.instances().get(0).parts().get(0);
        Detection fire = new Detection(
                label, 0.9, outline.bounds(), PolygonRasterizer.rasterize(outline, image.width(), image.height()));
        return new DetectionHost.Found(new LabelMap(classes), new Detections(List.of(fire)));
    }

    private static DetectionHost.Found nothing() {
        return new DetectionHost.Found(new LabelMap(List.of("fire")), Detections.none());
    }

    @Test
    @DisplayName("the earlier model looks first, then the later one; then it is told which is better, image by image")
    void better() throws IOException {
        model.compare(earlier, later);
        assertEquals("Comparing two models", tasks.jobs().get(0).title());
        Host.Question first = host.asked.poll();
        assertEquals(earlier.root(), first.weights());
        first.reply().complete(nothing());
        Host.Question second = host.asked.poll();
        assertEquals(later.root(), second.weights());
        second.reply().complete(found(List.of("fire"), 1));

        ModelComparison result = model.stateProperty().get().result().orElseThrow();
        assertEquals(Change.BETTER, result.overall());
        assertEquals(1, result.images().get(0).after().size());
        assertEquals(0, model.stateProperty().get().known());
        assertTrue(tasks.jobs().isEmpty(), "nothing is left on the status bar");
    }

    @Test
    @DisplayName("classes are compared by name: another number is the same class, an unknown one is left out")
    void classes() throws IOException {
        model.compare(earlier, later);
        host.asked.poll().reply().complete(found(List.of("smoke"), 1));
        host.asked.poll().reply().complete(found(List.of("smoke", "fire"), 2));
        ModelComparison.Image image =
                model.stateProperty().get().result().orElseThrow().images().get(0);
        assertEquals(0, image.before().size());
        assertEquals(1, image.later(), 1e-9);
    }

    @Test
    @DisplayName("both models are shown the page of a file that was annotated, not its first")
    void page() throws IOException {
        Path file = folder.resolve("pages.tif");
        PictureFiles.tif(file, false, List.of(PictureFiles.plain(8, 4, 0xff0000), PictureFiles.plain(4, 8, 0x00ff00)));
        Sample second = new Sample("pages.tif1", file, 4, 8, List.of(), new Rendering(true, 1));
        List<Sample> train = RunFiles.dataset(later).train();
        Dataset dataset = new Dataset(new LabelMap(List.of("fire")), train, List.of(second), List.of());
        RunStore store = new RunStore(folder.resolve("runs"), Clock.systemUTC());
        RunDirectory run = store.create(RunFixture.config("third"), dataset, folder.resolve("via_project.json"));
        model.compare(earlier, run);
        Path shown = host.asked.peek().image();
        host.asked.poll().reply().complete(nothing());
        assertEquals(shown, host.asked.peek().image());
        assertEquals(0x00ff00, new ImageDecoder().decode(shown).rgb()[0]);
    }

    @Test
    @DisplayName("a model that cannot look ends the comparison with its sentence")
    void failure() {
        model.compare(earlier, later);
        host.asked.poll().reply().completeExceptionally(new IOException("The weights are damaged."));
        assertEquals("The weights are damaged.", model.stateProperty().get().problem());
        assertTrue(tasks.jobs().isEmpty() && host.asked.isEmpty());
    }

    @Test
    @DisplayName("a comparison begun anew leaves the answers to the one before unheard")
    void begunAnew() throws IOException {
        model.compare(earlier, later);
        model.compare(later, earlier);
        host.asked.poll().reply().complete(found(List.of("fire"), 1));
        assertEquals(1, host.asked.size(), "the first one asks no more");
        host.asked.poll().reply().complete(found(List.of("fire"), 1));
        host.asked.poll().reply().complete(nothing());
        assertEquals(
                Change.WORSE, model.stateProperty().get().result().orElseThrow().overall());
    }

    @Test
    @DisplayName("a run is compared with the one it was to improve, else with the one before; alone it is refused")
    void parent() throws IOException {
        RunStore store = new RunStore(folder.resolve("runs"), Clock.systemUTC());
        RunFiles.write(later.notes(), RunNotes.NONE.withImproves(earlier.id()));
        model.compareWithEarlier(later, store.list());
        assertEquals(earlier, model.stateProperty().get().earlier());

        RunStore one = new RunStore(folder.resolve("other"), Clock.systemUTC());
        model.compareWithEarlier(later, one.list());
        assertTrue(model.stateProperty().get().problem().contains("no earlier run"));
    }
}
