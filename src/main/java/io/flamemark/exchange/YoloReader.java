package io.flamemark.exchange;

import io.flamemark.annotation.SplitAttribute;
import io.flamemark.imaging.ImageDecoder;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads a data set of {@link YoloFormat}: finds its folders, pairs pictures with labels, and joins them. */
final class YoloReader {

    private static final long LARGEST_FILE = 64L << 20;
    private static final int DEEPEST = 6;

    private final Path root;
    private final ProjectBuilder project;
    private final ImageDecoder decoder = new ImageDecoder();
    private Map<Integer, String> names = Map.of();

    /**
     * @param opened what the person chose, named in messages
     * @param root the folder of the data set, out of which nothing leads
     */
    YoloReader(Path opened, Path root) {
        this.root = root;
        this.project = new ProjectBuilder(opened, root);
    }

    /** Pictures and labels that belong together by their paths below two folders. */
    private record Part(String split, Path pictures, Path labels) {}

    Imported read(Optional<Path> yaml) throws IOException {
        List<Part> parts;
        if (yaml.isPresent()) {
            DataYaml data = DataYaml.parse(yaml.get(), text(yaml.get()));
            names = data.names();
            parts = parts(data);
        } else {
            names = namesOfList();
            parts = partsByConvention();
        }
        names.values().forEach(project::declareClass);
        Set<Path> seen = new HashSet<>();
        for (Part part : parts) {
            // A data set without validation pictures names those it learns from a second time.
            if (seen.add(part.labels())) {
                read(part);
            }
        }
        return project.build(String.valueOf(root.getFileName()));
    }

    private Map<Integer, String> namesOfList() throws IOException {
        Path file = YoloFormat.namesIn(root)
                .or(() -> YoloFormat.namesIn(root.resolve("labels")))
                .orElseThrow();
        Map<Integer, String> list = new TreeMap<>();
        for (String line : text(file).lines().map(String::strip).toList()) {
            list.put(list.size(), line.isEmpty() ? "class " + list.size() : line);
        }
        return list;
    }

    private List<Part> parts(DataYaml data) {
        List<Part> parts = new ArrayList<>();
        Path base = inside(root, data.root()).filter(Files::isDirectory).orElse(root);
        data.folders().forEach((split, folders) -> {
            for (String folder : folders) {
                part(base, split, folder).ifPresent(parts::add);
            }
        });
        return parts;
    }

    /** Folders are looked for below the root only; Roboflow writes {@code ../train/images} for {@code train/images}. */
    private Optional<Part> part(Path base, String split, String folder) {
        String below = folder.replace('\\', '/').replaceFirst("^(\\.{1,2}/)+", "");
        Optional<Path> pictures = inside(base, below).or(() -> inside(root, below));
        Optional<Path> labels = pictures.map(p -> labelsOf(root, p));
        if (labels.isEmpty() || !(Files.isDirectory(pictures.get()) || Files.isDirectory(labels.get()))) {
            if (!folder.isBlank()) {
                project.problem(
                        "folder-missing",
                        "There is no folder \"" + folder + "\" (" + split + ") in " + root + "; it is left out.");
            }
            return Optional.empty();
        }
        return Optional.of(new Part(split, pictures.get(), labels.get()));
    }

    /** YOLO's rule: the last {@code images} of the path becomes {@code labels}. */
    private static Path labelsOf(Path root, Path pictures) {
        String below = PictureIndex.slashed(root.relativize(pictures));
        int at = ("/" + below + "/").lastIndexOf("/images/");
        return at < 0
                ? pictures
                : root.resolve(below.substring(0, at) + "labels" + below.substring(at + "images".length()));
    }

    private static Optional<Path> inside(Path folder, String name) {
        try {
            Path path = folder.resolve(name).normalize();
            return path.startsWith(folder) ? Optional.of(path) : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private List<Part> partsByConvention() {
        Path labels = root.resolve("labels");
        if (!Files.isDirectory(labels)) {
            return List.of(new Part("", root, root));
        }
        List<Part> parts = new ArrayList<>();
        for (String split : SplitAttribute.VALUES) {
            if (Files.isDirectory(labels.resolve(split))) {
                parts.add(new Part(split, root.resolve("images").resolve(split), labels.resolve(split)));
            }
        }
        return parts.isEmpty() ? List.of(new Part("", root.resolve("images"), labels)) : parts;
    }

    private void read(Part part) throws IOException {
        PictureIndex pictures = new PictureIndex(part.pictures());
        Map<String, Path> labels = labels(part.labels());
        Set<String> stems = new LinkedHashSet<>(labels.keySet());
        stems.addAll(pictures.stems());
        for (String stem : stems.stream().sorted().toList()) {
            read(part, stem, pictures.find(stem), Optional.ofNullable(labels.get(stem)));
        }
    }

    private static Map<String, Path> labels(Path folder) throws IOException {
        Map<String, Path> labels = new HashMap<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.walk(folder, DEEPEST)) {
                files.filter(f -> f.toString().endsWith(".txt") && Files.isRegularFile(f))
                        .filter(f ->
                                !YoloFormat.NAME_FILES.contains(f.getFileName().toString()))
                        .forEach(f -> labels.put(PictureIndex.stem(PictureIndex.slashed(folder.relativize(f))), f));
            }
        }
        return labels;
    }

    private void read(Part part, String stem, Optional<Path> picture, Optional<Path> labels) throws IOException {
        Path named = picture.orElse(part.pictures().resolve(stem + ".jpg"));
        ImageBuilder image = project.image(PictureIndex.slashed(root.relativize(named)));
        if (!part.split().isEmpty()) {
            image.attribute(SplitAttribute.NAME, part.split());
        }
        if (labels.isEmpty()) {
            return;
        }
        Optional<ImageDecoder.Size> size = picture.flatMap(this::size);
        if (size.isEmpty()) {
            image.leftOut(
                    "picture-missing",
                    "There is no picture to place what stands in "
                            + labels.get().getFileName() + " by, which is wanted");
            return;
        }
        new YoloLabels(image, size.get(), names).read(text(labels.get()));
    }

    private Optional<ImageDecoder.Size> size(Path picture) {
        try {
            return Optional.of(decoder.size(picture));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static String text(Path file) throws IOException {
        if (Files.size(file) > LARGEST_FILE) {
            throw new ExchangeException(
                    file, "the file is larger than " + (LARGEST_FILE >> 20) + " MB, which no list of labels is.");
        }
        try {
            return Files.readString(file);
        } catch (MalformedInputException e) {
            throw new ExchangeException(file, "this is no text in UTF-8; save it as UTF-8.", e);
        }
    }
}
