package io.flamemark.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.flamemark.dataset.Dataset;
import io.flamemark.dataset.LabelMap;
import io.flamemark.dataset.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnchangedImagesTest {

    private static final int COUNT = 30;

    @TempDir
    Path folder;

    private RunDirectory run;

    @BeforeEach
    void make() throws IOException {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            samples.add(new Sample("" + i, Files.writeString(image(i), "a"), 40, 30, List.of(RunFixture.triangle())));
        }
        Dataset dataset = new Dataset(new LabelMap(List.of("fire")), samples, List.of(), List.of());
        run = new RunStore(folder.resolve("runs"), Clock.systemUTC())
                .create(RunFixture.config("quick"), dataset, folder.resolve("p.json"));
    }

    private Path image(int i) {
        return folder.resolve("image" + i + ".png");
    }

    private UnchangedImages look(StopSignal stop) throws IOException {
        return UnchangedImages.of(run, stop);
    }

    @Test
    @DisplayName("images that are as they were stay, and one that is gone is left to the training to tell of")
    void unchanged() throws Exception {
        Files.delete(image(3));
        UnchangedImages images = look(new StopSignal());
        assertEquals(RunFiles.job(run), images.job());
        assertEquals(List.of(), images.leftOut());
    }

    @Test
    @DisplayName("an image of another size, or of the same and other content, is left out")
    void changed() throws Exception {
        Files.writeString(image(3), "larger");
        Files.writeString(image(7), "b");
        UnchangedImages images = look(new StopSignal());
        assertEquals(COUNT - 2, images.job().dataset().train().size());
        String told = images.leftOut().get(0);
        assertTrue(told.startsWith("2 training images are left out") && told.contains("image3.png, image7.png"), told);
    }

    @Test
    @DisplayName("of very many not all are named")
    void many() throws Exception {
        for (int i = 1; i < COUNT; i++) {
            Files.writeString(image(i), "b");
        }
        String told = look(new StopSignal()).leftOut().get(0);
        assertTrue(told.contains("image20.png and 9 more."), told);
    }

    @Test
    @DisplayName("nothing is trained where images are left, but none of them with an outline")
    void nothingToLearn() throws Exception {
        Sample outlined = new Sample("a", image(0), 40, 30, List.of(RunFixture.triangle()));
        Dataset dataset = new Dataset(
                new LabelMap(List.of("fire")),
                List.of(outlined, new Sample("b", image(1), 40, 30, List.of())),
                List.of(),
                List.of());
        run = new RunStore(folder.resolve("runs"), Clock.systemUTC())
                .create(RunFixture.config("quick"), dataset, folder.resolve("p.json"));
        Files.writeString(image(0), "larger");
        TrainingException refusal = assertThrows(TrainingException.class, () -> look(new StopSignal()));
        assertTrue(refusal.getMessage().contains("image0.png"), refusal.getMessage());
    }

    @Test
    @DisplayName("who asks to stop meanwhile does not wait for the rest")
    void stopped() throws Exception {
        Files.writeString(image(3), "larger");
        StopSignal stop = new StopSignal();
        stop.stopAfterStep();
        assertEquals(List.of(), look(stop).leftOut());
    }
}
