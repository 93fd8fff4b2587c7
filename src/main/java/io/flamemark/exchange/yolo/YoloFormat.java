package io.flamemark.exchange.yolo;

import io.flamemark.exchange.part.ForeignFormat;
import io.flamemark.exchange.part.Imported;
import io.flamemark.exchange.part.Sniffed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * YOLO's data sets for segmentation and detection: a {@code data.yaml} with the names of the classes, or a list of names
 * ({@code classes.txt}, {@code obj.names}); {@code labels/} with a text file for each picture of {@code images/}, or both
 * side by side. Coordinates are shares of the picture, so the pictures have to be there. Source: the Ultralytics
 * documentation of data sets.
 */
public final class YoloFormat implements ForeignFormat {

    static final List<String> NAME_FILES = List.of("classes.txt", "obj.names", "labels.txt", "names.txt");

    private static final Pattern NAMES = Pattern.compile("(?m)^names\\s*:");
    private static final Pattern OTHER = Pattern.compile("(?m)^(train|val|nc|path)\\s*:");
    private static final int LARGEST_YAML = 1 << 20;

    @Override
    public String description() {
        return "a YOLO data set";
    }

    @Override
    public boolean recognises(Sniffed content) {
        if (content.folder()) {
            return yamlIn(content.path()).isPresent() || hasNamesAndLabels(content.path());
        }
        return content.json().isEmpty() && isDataYaml(content.text());
    }

    private static boolean isDataYaml(String text) {
        return NAMES.matcher(text).find() && OTHER.matcher(text).find();
    }

    /** The description of the data set in a folder. */
    private static Optional<Path> yamlIn(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.getFileName().toString().matches("(?i).*\\.ya?ml"))
                    .sorted()
                    .filter(YoloFormat::holdsDataYaml)
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static boolean holdsDataYaml(Path file) {
        try {
            return Files.size(file) < LARGEST_YAML && isDataYaml(Files.readString(file));
        } catch (IOException e) {
            return false;
        }
    }

    static Optional<Path> namesIn(Path folder) {
        return NAME_FILES.stream()
                .map(folder::resolve)
                .filter(Files::isRegularFile)
                .findFirst();
    }

    private static boolean hasNamesAndLabels(Path folder) {
        Path labels = folder.resolve("labels");
        return Files.isDirectory(labels)
                ? namesIn(folder).or(() -> namesIn(labels)).isPresent()
                : namesIn(folder).isPresent();
    }

    @Override
    public Imported read(Sniffed content) throws IOException {
        Optional<Path> yaml = content.folder() ? yamlIn(content.path()) : Optional.of(content.path());
        return new YoloReader(
                        content.path(),
                        content.folder() ? content.path() : content.path().getParent())
                .read(yaml);
    }
}
