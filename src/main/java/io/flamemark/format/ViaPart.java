package io.flamemark.format;

import io.flamemark.annotation.Project;
import io.flamemark.files.AtomicFile;
import io.flamemark.files.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * One file of a project, and what it held when it was last read or written here.
 *
 * @param sha256 of its bytes on the disk; empty where it was not written yet
 * @param saved the document on the disk; null where it was not written yet
 */
record ViaPart(Path file, String sha256, ViaDocument document, ViaDocument saved) {

    static ViaPart unsaved(Path file, ViaDocument document) {
        return new ViaPart(file, "", document, null);
    }

    /** The part brought to the state of {@code next}; nothing is written yet. */
    ViaPart updated(Project next) {
        return new ViaPart(file, sha256, ViaWriter.write(document, next), saved);
    }

    /**
     * @throws ConflictException if there is something to save and somebody else changed or made the file
     */
    void requireUntouched() throws FormatException {
        try {
            if (document != saved && Files.exists(file) && !Sha256.of(file).equals(sha256)) {
                throw new ConflictException(file);
            }
        } catch (ConflictException e) {
            throw e;
        } catch (IOException e) {
            throw new FormatException(file, "cannot be read before saving (" + e + ").", e);
        }
    }

    /** The part as saved; a file that holds the document already is not written again. */
    ViaPart written() throws FormatException {
        if (document == saved && Files.exists(file)) {
            return this;
        }
        byte[] bytes = document.json().toBytes();
        try {
            Files.createDirectories(file.getParent());
            AtomicFile.write(file, bytes);
        } catch (IOException e) {
            throw new FormatException(
                    file,
                    "cannot be saved (" + e + "), and what was there is as it was; free the disk, allow writing, or save"
                            + " under another name.",
                    e);
        }
        return new ViaPart(file, Sha256.of(bytes), document, document);
    }
}
