package io.flamemark.format;

import io.flamemark.annotation.Project;
import io.flamemark.files.AtomicFile;
import io.flamemark.files.Sha256;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * One file of a project.
 *
 * @param document as the file was read, or an empty one
 * @param saved what the file holds now; null where it was not written yet
 * @param sha256 of the bytes of the file now; empty where it was not written yet
 */
record ViaPart(Path file, ViaDocument document, Project saved, String sha256) {

    static ViaPart unsaved(Path file, ViaDocument document) {
        return new ViaPart(file, document, null, "");
    }

    /**
     * @throws ConflictException if there is something to save and somebody else changed or made the file
     */
    void requireUntouched(Project next) throws FormatException {
        try {
            if (!next.equals(saved) && Files.exists(file) && !Sha256.of(file).equals(sha256)) {
                throw new ConflictException(file);
            }
        } catch (ConflictException e) {
            throw e;
        } catch (IOException e) {
            throw new FormatException(file, "cannot be read before saving (" + e + ").", e);
        }
    }

    /**
     * The part with {@code next} saved; a file that holds it already is not written again.
     *
     * @param announce told the SHA-256 of the file's bytes before they take the place of the old ones
     */
    ViaPart written(Project next, Consumer<String> announce) throws FormatException {
        if (next.equals(saved) && Files.exists(file)) {
            return this;
        }
        byte[] bytes = document.write(next);
        String checksum = Sha256.of(bytes);
        announce.accept(checksum);
        try {
            Files.createDirectories(file.getParent());
            AtomicFile.removeLeftovers(file.getParent());
            EarlierVersions.keep(file);
            AtomicFile.write(file, bytes);
        } catch (IOException e) {
            throw new FormatException(
                    file,
                    "cannot be saved (" + reason(e)
                            + "). The file is as it was. Make room, allow writing, or save under" + " another name.",
                    e);
        }
        return new ViaPart(file, document, next, checksum);
    }

    private static String reason(IOException e) {
        if (e instanceof FileSystemException known && known.getReason() != null) {
            return known.getReason();
        }
        return e.getClass() == IOException.class && e.getMessage() != null ? e.getMessage() : e.toString();
    }
}
