package io.flamemark.exchange.yolo;

import io.flamemark.exchange.part.OutputNames;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A text file of a YOLO data set that names the pictures of a split, one a line, from the folder it lies in; the other way
 * to say it than a folder. Source: the Ultralytics documentation of data sets.
 *
 * @param stems names of pictures without extension, by their folders
 * @param outside how many more lie outside of the data set
 */
record YoloPictureList(Map<Path, Set<String>> stems, int outside) {

    /** @param root the folder out of which nothing leads */
    static YoloPictureList of(Path list, String text, Path root) {
        Map<Path, Set<String>> stems = new LinkedHashMap<>();
        int outside = 0;
        for (String line : text.lines().map(String::strip).toList()) {
            Optional<Path> picture = line.isEmpty() ? Optional.empty() : picture(list.getParent(), line, root);
            picture.ifPresent(file -> stems.computeIfAbsent(file.getParent(), folder -> new LinkedHashSet<>())
                    .add(OutputNames.stem(file.getFileName().toString())));
            outside += picture.isEmpty() && !line.isEmpty() ? 1 : 0;
        }
        return new YoloPictureList(stems, outside);
    }

    private static Optional<Path> picture(Path folder, String line, Path root) {
        try {
            Path file = folder.resolve(line.replace('\\', '/')).normalize();
            return file.startsWith(root) && !file.equals(root) ? Optional.of(file) : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
