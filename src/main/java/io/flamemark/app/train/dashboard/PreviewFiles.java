package io.flamemark.app.train.dashboard;

import io.flamemark.run.RunDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The pictures that a run left of its epochs: PNG files by epoch, those of one epoch by name. */
record PreviewFiles(SortedMap<Integer, List<Path>> pictures) {

    private static final Pattern FOLDER = Pattern.compile("epoch-(\\d{1,9})");

    static final PreviewFiles NONE = new PreviewFiles(new TreeMap<>());

    /** Those there are now; epochs whose folder is empty are left out. */
    static PreviewFiles of(RunDirectory run) throws IOException {
        if (!Files.isDirectory(run.previews())) {
            return NONE;
        }
        SortedMap<Integer, List<Path>> found = new TreeMap<>();
        for (Path folder : sorted(run.previews())) {
            Matcher name = FOLDER.matcher(folder.getFileName().toString());
            if (name.matches() && Files.isDirectory(folder)) {
                List<Path> files = sorted(folder).stream()
                        .filter(file -> file.toString().endsWith(".png"))
                        .toList();
                if (!files.isEmpty()) {
                    found.put(Integer.parseInt(name.group(1)), files);
                }
            }
        }
        return new PreviewFiles(found);
    }

    private static List<Path> sorted(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        }
    }

    List<Integer> epochs() {
        return List.copyOf(pictures.keySet());
    }
}
