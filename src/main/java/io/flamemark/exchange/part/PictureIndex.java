package io.flamemark.exchange.part;

import io.flamemark.imaging.ImageFileNames;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The pictures below a folder by their path without extension, for formats whose files are paired by name. */
public final class PictureIndex {

    private static final int DEEPEST = 6;

    private final Map<String, Path> byStem = new HashMap<>();

    /** Looks through the folder; one that is not there has no pictures. */
    public PictureIndex(Path folder) throws ExchangeException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder, DEEPEST)) {
            files.filter(PictureIndex::isPicture)
                    .forEach(f -> byStem.putIfAbsent(stem(slashed(folder.relativize(f))), f));
        } catch (IOException | UncheckedIOException e) {
            throw new ExchangeException(folder, "the folder cannot be read (" + e.getMessage() + ").", e);
        }
    }

    /** The picture of the same name, {@code sub/a} for {@code sub/a.jpg}. */
    public Optional<Path> find(String relativeStem) {
        return Optional.ofNullable(byStem.get(relativeStem));
    }

    /** The names of all pictures, without extension. */
    public Set<String> stems() {
        return byStem.keySet();
    }

    static boolean isPicture(Path file) {
        return ImageFileNames.looksLikeImage(file) && Files.isRegularFile(file);
    }

    /** A path with its extension cut off. */
    public static String stem(String path) {
        int slash = path.lastIndexOf('/');
        return path.substring(0, slash + 1) + OutputNames.stem(path.substring(slash + 1));
    }

    /** A relative path as it stands in files. */
    public static String slashed(Path path) {
        return path.toString().replace('\\', '/');
    }
}
