package io.flamemark.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldersTest {

    @TempDir
    Path folder;

    @Test
    @DisplayName("a folder goes with all in it, what a link in it points to stays, and one that is gone is no error")
    void delete() throws IOException {
        Path kept = Files.writeString(folder.resolve("kept.txt"), "kept");
        Path gone = folder.resolve("gone");
        Files.createDirectories(gone.resolve("deep").resolve("deeper"));
        Files.writeString(gone.resolve("deep").resolve("file.txt"), "gone");
        Files.createSymbolicLink(gone.resolve("link"), folder.resolve("kept.txt"));
        Folders.delete(gone);
        Folders.delete(gone);
        assertFalse(Files.exists(gone));
        assertEquals("kept", Files.readString(kept));
    }
}
