package io.flamemark.format.journal;

import io.flamemark.files.Sha256;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * Where the journal of a project may lie.
 *
 * @param beside the project file
 * @param elsewhere in the person's own folder, for when the project's folder cannot be written
 */
public record JournalPlaces(Path beside, Path elsewhere) {

    private static final String EXTENSION = ".journal";
    private static final int ENOUGH_DIGITS = 16;

    /** @param dataFolder the person's own folder */
    public static JournalPlaces of(Path projectFile, Path dataFolder) {
        Path file = projectFile.toAbsolutePath().normalize();
        String name = file.getFileName() + EXTENSION;
        String path = Sha256.of(file.toString().getBytes(StandardCharsets.UTF_8));
        Path elsewhere = dataFolder.resolve("journals").resolve(path.substring(0, ENOUGH_DIGITS) + "-" + name);
        return new JournalPlaces(
                file.resolveSibling(name), elsewhere.toAbsolutePath().normalize());
    }

    /** Both, the preferred first. */
    public List<Path> all() {
        return List.of(beside, elsewhere);
    }
}
