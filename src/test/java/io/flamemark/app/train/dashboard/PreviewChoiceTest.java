package io.flamemark.app.train.dashboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.flamemark.run.RunDirectory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreviewChoiceTest {

    private final PreviewChoice choice = new PreviewChoice();

    @Test
    @DisplayName("left alone, it follows the newest epoch")
    void follows() {
        assertTrue(choice.epoch().isEmpty());
        choice.offer(List.of(1, 2));
        assertEquals(2, choice.epoch().orElseThrow());
        choice.offer(List.of(1, 2, 3));
        assertEquals(3, choice.epoch().orElseThrow());
    }

    @Test
    @DisplayName("put on an epoch it stays there while more come, until it is put on the newest again")
    void stays() {
        choice.offer(List.of(5, 10, 15));
        choice.choose(1);
        choice.offer(List.of(5, 10, 15, 20, 25));
        assertEquals(10, choice.epoch().orElseThrow());
        choice.choose(4);
        choice.offer(List.of(5, 10, 15, 20, 25, 30));
        assertEquals(30, choice.epoch().orElseThrow());
    }

    @Test
    @DisplayName("where the chosen epoch's pictures are gone, the nearest before it is shown")
    void gone() {
        choice.offer(List.of(1, 2, 3, 4));
        choice.choose(2);
        choice.offer(List.of(1, 2, 4));
        assertEquals(2, choice.epoch().orElseThrow());
        choice.offer(List.of());
        assertTrue(choice.epoch().isEmpty());
    }

    @Test
    @DisplayName("the pictures of a run are found by epoch and name; other things in the folder are passed over")
    void files(@TempDir Path folder) throws Exception {
        RunDirectory run = new RunDirectory(folder);
        assertEquals(List.of(), PreviewFiles.of(run).epochs());
        for (int epoch : new int[] {12, 2}) {
            Files.createDirectories(run.previews(epoch));
            Files.writeString(run.previews(epoch).resolve("2-b.png"), "");
            Files.writeString(run.previews(epoch).resolve("1-a.png"), "");
            Files.writeString(run.previews(epoch).resolve("1-a.png.part"), "");
        }
        Files.createDirectories(run.previews(13));
        Files.writeString(run.previews().resolve("notes.txt"), "");
        PreviewFiles found = PreviewFiles.of(run);
        assertEquals(List.of(2, 12), found.epochs());
        assertEquals(
                List.of("1-a.png", "2-b.png"),
                found.pictures().get(2).stream()
                        .map(f -> f.getFileName().toString())
                        .toList());
    }
}
