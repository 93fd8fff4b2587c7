package io.flamemark.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Folders as a whole. */
public final class Folders {

    private Folders() {}

    /**
     * Makes a folder, and those between it and one that is there.
     *
     * @throws NoSuchFileException if that one is not: it was renamed, moved or deleted, and is not made anew, since what it
     *     held would then be in two places
     */
    public static Path makeBelow(Path root, Path folder) throws IOException {
        require(root);
        return Files.createDirectories(folder);
    }

    /** @throws NoSuchFileException if the folder is not there, with a message that says so */
    public static void require(Path folder) throws NoSuchFileException {
        if (!Files.isDirectory(folder)) {
            throw new NoSuchFileException(
                    folder.toString(), null, "the folder is gone; it was renamed, moved or deleted");
        }
    }

    /** Deletes a folder with all that is in it; links in it are deleted, not followed. Nothing happens where it is gone. */
    public static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            // What lies in a folder comes after it in this order, and goes before it.
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
