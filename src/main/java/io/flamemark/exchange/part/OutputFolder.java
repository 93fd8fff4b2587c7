package io.flamemark.exchange.part;

import io.flamemark.annotation.ImageEntry;
import io.flamemark.files.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** The folder an export of several files goes to; its subfolders are made as they are needed. */
public final class OutputFolder {

    private final Path folder;

    /** @param folder need not be there yet */
    public OutputFolder(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    /** Writes a text in UTF-8, whole or not at all; {@code name} may lead into a subfolder. */
    public void write(String name, String text) throws ExchangeException {
        write(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes a file, whole or not at all; {@code name} may lead into a subfolder. */
    public void write(String name, byte[] content) throws ExchangeException {
        write(folder.resolve(name), content);
    }

    /** The way from the folder to a file, as other programs read it; absolute where there is none. */
    public String wayTo(Path file) {
        Path there = file.toAbsolutePath().normalize();
        boolean sameRoot = there.getRoot().equals(folder.getRoot());
        return PictureIndex.slashed(sameRoot ? folder.relativize(there) : there);
    }

    /** Copies the picture of an image as {@code folder/name}, with its extension, where the person wants copies. */
    public void copyIfWanted(Pictures pictures, ImageEntry image, String subfolder, String name)
            throws ExchangeException {
        Optional<Path> picture = pictures.areCopied() ? pictures.file(image) : Optional.empty();
        if (picture.isPresent()) {
            String file = picture.get().getFileName().toString();
            copy(
                    picture.get(),
                    subfolder + name + file.substring(OutputNames.stem(file).length()));
        }
    }

    /** Copies a picture, unless it is that very file. */
    private void copy(Path picture, String name) throws ExchangeException {
        Path target = folder.resolve(name);
        try {
            Files.createDirectories(target.getParent());
            if (!Files.exists(target) || !Files.isSameFile(picture, target)) {
                Files.copy(picture, target, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new ExchangeException(
                    target,
                    "the picture cannot be copied (" + reason(e) + "); free the disk, or leave the pictures.",
                    e);
        }
    }

    /** Writes a single file, replacing one that is there at once or not at all. */
    public static void write(Path file, byte[] content) throws ExchangeException {
        Path target = file.toAbsolutePath().normalize();
        try {
            Files.createDirectories(target.getParent());
            if (Files.exists(target)) {
                AtomicFile.write(target, content);
            } else {
                Files.write(target, content);
            }
        } catch (IOException e) {
            throw new ExchangeException(
                    target,
                    "cannot be written (" + reason(e) + "); free the disk, allow writing, or choose another place.",
                    e);
        }
    }

    private static String reason(IOException e) {
        return e instanceof FileSystemException known && known.getReason() != null ? known.getReason() : e.toString();
    }
}
