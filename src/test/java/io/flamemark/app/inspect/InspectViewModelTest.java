package io.flamemark.app.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.flamemark.app.task.FxTasks;
import io.flamemark.dataset.Dataset;
import io.flamemark.run.RunDirectory;
import io.flamemark.weights.PyTorchWriter;
import io.flamemark.weights.Tensor;
import io.flamemark.weights.TensorShape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectViewModelTest {

    private static final Path VAL = Path.of("val.png");
    private static final Path TEST = Path.of("test.png");
    private static final RunDirectory RUN = new RunDirectory(Path.of("runs", "one"));

    private final MemoryInspection files = new MemoryInspection();
    private final ScriptedDetectionHost host = new ScriptedDetectionHost();
    private final FxTasks tasks = new FxTasks(Runnable::run, Runnable::run, e -> {
        throw new AssertionError(e);
    });
    private final InspectViewModel model = new InspectViewModel(() -> Optional.of(files), host, tasks);

    @BeforeEach
    void open() {
        model.refresh();
    }

    @Test
    @DisplayName("validation and test images are listed first; training images by choice")
    void images() {
        assertEquals(
                List.of("val", "test"),
                model.images().stream().map(InspectImage::key).toList());
        model.imageSetProperty().set(ImageSet.TRAIN);
        assertEquals(
                List.of("train"), model.images().stream().map(InspectImage::key).toList());
    }

    @Test
    @DisplayName("each image is looked at once, the one on display first, down to a low score")
    void scan() {
        model.selectedProperty().set(model.images().get(1));
        model.lookWith(RUN);
        assertEquals(List.of(TEST), host.asked.stream().map(q -> q.image()).toList());
        host.answer(TEST, Scene.found(Scene.square(0.8, 10, 60, 20)));
        host.answer(VAL, Scene.found());
        assertEquals(2, host.asked.size());
        assertEquals(0.05, host.asked.get(0).minScore());
        model.thresholdProperty().set(0.9);
        model.thresholdProperty().set(0.2);
        assertEquals(2, host.asked.size(), "the slider asks the model nothing");
    }

    @Test
    @DisplayName("the threshold filters what was found, and the sums follow")
    void threshold() {
        model.lookWith(RUN);
        host.answer(VAL, Scene.found(Scene.square(0.8, 30, 30, 40), Scene.square(0.4, 0, 0, 10)));
        assertEquals(1, model.judgement().orElseThrow().at(0.5).marks().size());
        assertEquals(0, model.tally().falseAlarms());
        model.thresholdProperty().set(0.3);
        assertEquals(1, model.tally().falseAlarms());
    }

    @Test
    @DisplayName("COCO's figures come when all images were looked at")
    void scores() {
        model.lookWith(RUN);
        host.answer(VAL, Scene.found(Scene.square(0.8, 30, 30, 40)));
        assertNull(model.scoresProperty().get());
        host.answer(TEST, Scene.found(Scene.square(0.9, 10, 60, 20)));
        assertEquals(1, model.scoresProperty().get().maskAp50(), 1e-9);
        model.imageSetProperty().set(ImageSet.ALL);
        assertNull(model.scoresProperty().get(), "more images: the old figures are gone");
    }

    @Test
    @DisplayName("an answer for a model chosen earlier is dropped")
    void latestWins() {
        model.lookWith(RUN);
        model.openModel(Path.of("other.safetensors"));
        assertEquals(Path.of("other.safetensors"), host.asked.get(1).weights());
        host.answer(VAL, Scene.found(Scene.square(0.7, 30, 30, 40)));
        host.asked.get(0).reply().complete(Scene.found());
        assertEquals(1, model.judgement().orElseThrow().found().size());
    }

    @Test
    @DisplayName("an opened file of which something is not known is told of")
    void caution(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("detector.pth");
        PyTorchWriter.write(file, Map.of("backbone.body.bn1.running_var", Tensor.of(TensorShape.of(1), 1e-5f)));
        model.openModel(file);
        assertTrue(model.problemProperty().get().contains("--norm-epsilon 0"), model.problemProperty()::get);
        String told = model.problemProperty().get();
        model.refresh();
        assertEquals(told, model.problemProperty().get(), "looking at the runs again does not take it away");
        model.lookWith(RUN);
        assertEquals("", model.problemProperty().get(), "of another model it says nothing");
        model.modelProperty().set(ModelChoice.of(file));
        assertEquals(told, model.problemProperty().get(), "the file is chosen from the list");
    }

    @Test
    @DisplayName("an image the model cannot read fails by itself, with the file's name")
    void failure() {
        model.lookWith(RUN);
        host.fail(VAL, new IOException("val.png: the file is cut off"));
        assertEquals(
                "val.png: the file is cut off",
                ((Outcome.Failed) model.outcome(model.images().get(0))).sentence());
        host.answer(TEST, Scene.found());
        assertNotNull(model.scoresProperty().get(), "the others are scored");
    }

    @Test
    @DisplayName("a model that cannot be read is not tried on every image")
    void brokenModel() {
        model.imageSetProperty().set(ImageSet.ALL);
        model.lookWith(RUN);
        host.fail(VAL, new IOException("weights.safetensors is not a model"));
        host.fail(TEST, new IOException("weights.safetensors is not a model"));
        assertEquals(2, host.asked.size());
        assertFalse(model.isScanning());
    }

    @Test
    @DisplayName("an edited outline is judged anew without asking the model again")
    void editedTruth() {
        model.lookWith(RUN);
        host.answer(VAL, Scene.found(Scene.square(0.8, 0, 0, 40)));
        host.answer(TEST, Scene.found());
        assertEquals(1, model.tally().falseAlarms());
        files.dataset = new Dataset(
                Scene.FIRE,
                List.of(),
                List.of(Scene.sample("val", Scene.truth(30, 30, 40), Scene.truth(0, 0, 40))),
                files.dataset.test());
        model.refresh();
        assertEquals(0, model.tally().falseAlarms());
        assertEquals(2, host.asked.size());
        assertNotNull(model.scoresProperty().get());
    }

    @Test
    @DisplayName("the fire rule is compared with all true pixels of the image")
    void fireRule() {
        Display.Ready ready = (Display.Ready) model.displayProperty().get();
        assertEquals(0.25, ready.fireIou().orElseThrow(), 1e-9);
    }

    @Test
    @DisplayName("an image that cannot be decoded says so")
    void unreadable() {
        files.broken = TEST;
        model.selectedProperty().set(model.images().get(1));
        assertTrue(
                ((Display.Unavailable) model.displayProperty().get()).sentence().contains("test.png"));
    }

    @Test
    @DisplayName("images from outside the project are looked at but not judged")
    void outside() {
        model.lookWith(RUN);
        host.answer(VAL, Scene.found());
        host.answer(TEST, Scene.found());
        Path stranger = Path.of("holiday.png");
        model.openImages(List.of(stranger));
        assertEquals("holiday.png", model.selectedProperty().get().name());
        host.answer(stranger, Scene.found(Scene.square(0.8, 1, 1, 5)));
        assertFalse(model.judgement().orElseThrow().judged());
        assertEquals(2, model.tally().images());
    }
}
