package io.flamemark.cli;

import io.flamemark.imaging.ImageFileNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** The images a person names: files, folders (their images, in order of name), and text files with a path a line. */
final class ImageList {

    private ImageList() {}

    /**
     * All images, each once, in the order named.
     *
     * @throws IOException if a named path does not exist or a list cannot be read
     */
    static List<Path> of(List<Path> named) throws IOException {
        Set<Path> images = new LinkedHashSet<>();
        for (Path path : named) {
            images.addAll(expand(path));
        }
        return List.copyOf(images);
    }

    private static List<Path> expand(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            try (Stream<Path> files = Files.list(path)) {
                return files.filter(ImageList::isImage)
                        .map(ImageList::absolute)
                        .sorted()
                        .toList();
            }
        } else if (!Files.exists(path)) {
            throw new NoSuchFileException(path.toString());
        } else if (path.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".txt")) {
            return listed(path);
        }
        return List.of(absolute(path));
    }

    private static List<Path> listed(Path list) throws IOException {
        List<Path> images = new ArrayList<>();
        for (String line : Files.readAllLines(list)) {
            if (!line.isBlank()) {
                images.add(absolute(list.toAbsolutePath().resolveSibling(line.strip())));
            }
        }
        return images;
    }

    private static boolean isImage(Path file) {
        return Files.isRegularFile(file) && ImageFileNames.looksLikeImage(file);
    }

    private static Path absolute(Path file) {
        return file.toAbsolutePath().normalize();
    }
}
