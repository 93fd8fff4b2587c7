package io.flamemark.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MovedImagesTest {

    @TempDir
    Path folder;

    private Path before;
    private Path after;
    private RunDirectory run;

    @BeforeEach
    void make() throws IOException {
        before = Files.createDirectory(folder.resolve("before"));
        after = folder.resolve("after");
        run = RunFixture.job(before, "quick").directory();
    }

    private RunDirectory move() throws IOException {
        Files.move(before, after);
        return new RunDirectory(after.resolve("runs").resolve(run.id()));
    }

    private static Path learned(RunDirectory run) throws IOException {
        return RunFiles.dataset(run).train().get(0).image();
    }

    /** As runs of before have it. */
    private void forgetPlaces() throws IOException {
        String json = Files.readString(run.dataset());
        String old = json.replaceAll(",\\s*\"size\": 1,\\s*\"fromRun\": \"[^\"]*\"", "");
        assertFalse(old.contains("fromRun") || old.contains("size"), old);
        Files.writeString(run.dataset(), old);
    }

    @Test
    @DisplayName("a run finds its images after its project's folder was moved")
    void moved() throws Exception {
        assertEquals(after.resolve("a.png"), learned(move()));
    }

    @Test
    @DisplayName("a run that knows only where its images were finds them by name, if they are the same")
    void old() throws Exception {
        forgetPlaces();
        RunDirectory moved = move();
        assertEquals(after.resolve("a.png"), learned(moved));
        Files.writeString(after.resolve("a.png"), "x");
        assertEquals(before.resolve("a.png"), learned(moved), "another picture of that name");
    }

    @Test
    @DisplayName("images in a folder of the project are found there, and in one of the usual folders")
    void deeper() throws Exception {
        forgetPlaces();
        RunDirectory moved = move();
        Path train = Files.createDirectory(after.resolve("train"));
        Files.move(after.resolve("a.png"), train.resolve("a.png"));
        assertEquals(train.resolve("a.png"), learned(moved));
        Path same = Files.createDirectories(after.resolve("before"));
        Files.move(train.resolve("a.png"), same.resolve("a.png"));
        assertEquals(same.resolve("a.png"), learned(moved));
    }

    @Test
    @DisplayName("a run that was copied into another project does not take that one's image for its own")
    void namesake() throws Exception {
        RunDirectory moved = move();
        Files.writeString(after.resolve("a.png"), "longer");
        Files.createDirectories(before);
        Files.writeString(before.resolve("a.png"), "a");
        assertEquals(before.resolve("a.png"), learned(moved));
    }

    @Test
    @DisplayName("an image that is nowhere is said to be where it was")
    void gone() throws Exception {
        RunDirectory moved = move();
        Files.delete(after.resolve("a.png"));
        assertEquals(before.resolve("a.png"), learned(moved));
    }
}
