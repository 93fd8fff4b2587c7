package io.flamemark.app.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileDialogsTest {

    @TempDir
    Path folder;

    @Test
    void aNameTypedWithoutItsEndingGetsTheUsualOne() throws IOException {
        Path suggested = folder.resolve("fires_coco.json");
        assertEquals(folder.resolve("mine.json"), FileDialogs.withEnding(folder.resolve("mine"), suggested));
        assertEquals(folder.resolve("mine.txt"), FileDialogs.withEnding(folder.resolve("mine.txt"), suggested));
        assertEquals(folder.resolve("mine"), FileDialogs.withEnding(folder.resolve("mine"), folder.resolve("fires")));
        Files.createFile(folder.resolve("mine.json"));
        assertEquals(
                folder.resolve("mine"),
                FileDialogs.withEnding(folder.resolve("mine"), suggested),
                "nobody was asked about replacing that file");
    }
}
