package io.flamemark.app.train.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.flamemark.annotation.ImageId;
import io.flamemark.app.task.FxTasks;
import io.flamemark.app.train.augmentation.SeenExample;
import io.flamemark.app.train.model.MemoryFiles;
import io.flamemark.app.train.model.ScriptedRunHost;
import io.flamemark.app.train.model.TrainViewModel;
import io.flamemark.dataset.Dataset;
import io.flamemark.dataset.Instance;
import io.flamemark.dataset.LabelMap;
import io.flamemark.dataset.Sample;
import io.flamemark.geometry.Polygon;
import io.flamemark.imaging.ImageEncoder;
import io.flamemark.imaging.RgbImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
class DataCareTest {

    private static final Instance FIRE = new Instance(1, List.of(Polygon.of(10, 10, 40, 10, 25, 30)));

    @TempDir
    Path folder;

    private final MemoryFiles files = new MemoryFiles();
    private final FxTasks tasks = new FxTasks(Runnable::run, Runnable::run, e -> {
        throw new AssertionError(e);
    });
    private TrainViewModel model;
    private DataCare care;

    @BeforeEach
    void build() {
        model = new TrainViewModel(() -> Optional.of(files), Runnable::run, new ScriptedRunHost(), tasks);
        care = new DataCare(model, tasks);
    }

    /** Coarse noise: each seed is another picture. */
    private Sample sample(String name, long seed) throws IOException {
        Random random = new Random(seed);
        int[] blocks = random.ints(48, 0, 256).toArray();
        int[] rgb = new int[64 * 48];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = blocks[i / 64 / 8 * 8 + i % 64 / 8] * 0x010101;
        }
        Path file = folder.resolve(name);
        ImageEncoder.write(new RgbImage(64, 48, rgb), file, ImageEncoder.USUAL_QUALITY);
        return new Sample(name, file, 64, 48, List.of(FIRE));
    }

    private List<Sample> samples(String name, int from, int to) throws IOException {
        List<Sample> samples = new ArrayList<>();
        for (int i = from; i < to; i++) {
            samples.add(sample(name + i + ".png", i));
        }
        return samples;
    }

    @Test
    @DisplayName("without validation images a split by scene is offered, and put into the project on request")
    void emptyValidation() throws IOException {
        files.dataset = new Dataset(new LabelMap(List.of("fire")), samples("a", 0, 6), List.of(), List.of());
        Map<ImageId, String> applied = new HashMap<>();
        care.applyWith(applied::putAll);
        model.refresh();
        assertEquals(6, care.resultProperty().get().offer().orElseThrow().scenes());
        care.split();
        assertEquals(6, applied.size());
        assertTrue(applied.containsValue("val"));
    }

    @Test
    @DisplayName("a picture on both sides is told; sound data is left alone")
    void leak() throws IOException {
        LabelMap labels = new LabelMap(List.of("fire"));
        files.dataset = new Dataset(labels, samples("a", 0, 6), samples("v", 5, 8), List.of());
        model.refresh();
        DataCare.Result found = care.resultProperty().get();
        assertEquals(1, found.leaks().size());
        assertTrue(found.leaks().get(0).message().contains("v5.png"), found.leaks()::toString);
        assertTrue(found.offer().isPresent());
        files.dataset = new Dataset(labels, samples("a", 0, 6), samples("v", 6, 8), List.of());
        model.refresh();
        assertEquals(DataCare.Result.NOTHING, care.resultProperty().get());
    }

    @Test
    @DisplayName("a picture moved to the other side is noticed though as many images train and validate as before")
    void leakAmongAsMany() throws IOException {
        LabelMap labels = new LabelMap(List.of("fire"));
        files.dataset = new Dataset(labels, samples("a", 0, 6), samples("v", 5, 7), List.of());
        model.refresh();
        assertEquals(1, care.resultProperty().get().leaks().size());
        files.dataset = new Dataset(labels, samples("a", 0, 6), samples("v", 6, 8), List.of());
        model.refresh();
        assertEquals(DataCare.Result.NOTHING, care.resultProperty().get());
    }

    @Test
    @DisplayName("examples of what training sees are the same for the same seed and others for another")
    void examples() throws IOException {
        Dataset dataset = new Dataset(new LabelMap(List.of("fire")), samples("a", 0, 3), List.of(), List.of());
        List<SeenExample> once = SeenExample.of(dataset, MemoryFiles.config("quick"), 1, 4);
        List<SeenExample> again = SeenExample.of(dataset, MemoryFiles.config("quick"), 1, 4);
        List<SeenExample> others = SeenExample.of(dataset, MemoryFiles.config("quick"), 2, 4);
        assertEquals(4, once.size());
        assertEquals(outlines(once), outlines(again));
        assertNotEquals(outlines(once), outlines(others));
    }

    private static List<List<Instance>> outlines(List<SeenExample> examples) {
        return examples.stream().map(SeenExample::outlines).toList();
    }
}
