package io.flamemark.exchange.yolo;

import io.flamemark.annotation.SplitAttribute;
import io.flamemark.exchange.part.ExchangeException;
import io.flamemark.exchange.part.ImageBuilder;
import io.flamemark.exchange.part.Imported;
import io.flamemark.exchange.part.PictureIndex;
import io.flamemark.exchange.part.ProjectBuilder;
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
    private final Set<Path> seen = new HashSet<>();
    private Map<Integer, String> names = Map.of();

    /**
     * @param opened what the person chose, named in messages
     * @param root the folder of the data set, out of which nothing leads
     */
    YoloReader(Path opened, Path root) {
        this.root = root;
        this.project = new ProjectBuilder(opened, root);
    }

    /**
     * Pictures and labels that belong together by their paths below two folders.
     *
     * @param only the paths, without extension, of those that count, where a list names them; empty: all
     */
    private record Part(String split, Path pictures, Path labels, Set<String> only) {

        Part(String split, Path pictures, Path labels) {
            this(split, pictures, labels, Set.of());
        }
    }

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
        for (Part part : parts) {
            read(part);
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

    private List<Part> parts(DataYaml data) throws IOException {
        List<Part> parts = new ArrayList<>();
        Path base = inside(root, data.root()).filter(Files::isDirectory).orElse(root);
        for (Map.Entry<String, List<String>> split : data.folders().entrySet()) {
            for (String place : split.getValue()) {
                parts.addAll(parts(base, split.getKey(), place));
            }
        }
        return parts;
    }

    /** Places are looked for below the root only; Roboflow writes {@code ../train/images} for {@code train/images}. */
    private List<Part> parts(Path base, String split, String place) throws IOException {
        String below = place.replace('\\', '/').replaceFirst("^(\\.{1,2}/)+", "");
        Optional<Path> pictures = inside(base, below).or(() -> inside(root, below));
        if (pictures.filter(Files::isRegularFile).isPresent()) {
            return listed(split, pictures.get());
        }
        Optional<Path> labels = pictures.map(p -> labelsOf(root, p));
        if (labels.isEmpty() || !(Files.isDirectory(pictures.get()) || Files.isDirectory(labels.get()))) {
            if (!place.isBlank()) {
                project.problem(
                        "folder-missing",
                        "There is no folder \"" + place + "\" (" + split + ") in " + root + "; it is left out.");
            }
            return List.of();
        }
        return List.of(new Part(split, pictures.get(), labels.get()));
    }

    private List<Part> listed(String split, Path list) throws IOException {
        YoloPictureList pictures = YoloPictureList.of(list, text(list), root);
        if (pictures.outside() > 0) {
            project.problem(
                    "pictures-outside",
                    pictures.outside() + " of the pictures that " + list.getFileName() + " names lie outside of " + root
                            + "; they are left out.");
        }
        return pictures.stems().entrySet().stream()
                .map(e -> new Part(split, e.getKey(), labelsOf(root, e.getKey()), e.getValue()))
                .toList();
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
        for (String stem : part.only().isEmpty() ? stems.stream().sorted().toList() : part.only()) {
            // A data set without validation pictures names those it learns from a second time.
            if (seen.add(part.labels().resolve(stem))) {
                read(part, stem, pictures.find(stem), Optional.ofNullable(labels.get(stem)));
            }
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
