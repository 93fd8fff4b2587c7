package io.flamemark.exchange.labelme;

import io.flamemark.exchange.part.ForeignFormat;
import io.flamemark.exchange.part.Imported;
import io.flamemark.exchange.part.OutputNames;
import io.flamemark.exchange.part.ProjectBuilder;
import io.flamemark.exchange.part.Sniffed;
import io.flamemark.files.JsonDocument;
import io.flamemark.files.JsonException;
import io.flamemark.files.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * labelme's JSON, one file an image: a file alone, or all files of a folder. Embedded pictures ({@code imageData}) are
 * not read; the picture named in {@code imagePath} counts. Source: labelme 5, {@code LabelFile}.
 */
public final class LabelmeFormat implements ForeignFormat {

    private static final int FILES_LOOKED_AT = 3;

    @Override
    public String description() {
        return "a labelme file";
    }

    @Override
    public boolean recognises(Sniffed content) {
        return content.folder() ? isFolder(content.path()) : isLabelme(content);
    }

    private static boolean isLabelme(Sniffed content) {
        return content.hasAll("shapes", "imagePath") || content.hasAll("shapes", "imageData");
    }

    /** Whether one of the first JSON files begins like one of labelme's. */
    private static boolean isFolder(Path folder) {
        try {
            for (Path file : jsonFiles(folder).stream().limit(FILES_LOOKED_AT).toList()) {
                String head = head(file);
                if (head.contains("\"shapes\"") && (head.contains("\"version\"") || head.contains("\"imagePath\""))) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            return false;
        }
    }

    private static String head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(Sniffed.HEAD), StandardCharsets.UTF_8);
        }
    }

    private static List<Path> jsonFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.getFileName().toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    @Override
    public Imported read(Sniffed content) throws IOException {
        Path path = content.path();
        if (!content.folder()) {
            ProjectBuilder project = new ProjectBuilder(path, path.getParent());
            new LabelmeReader(project).read(content.object().orElseThrow(), path);
            return project.build(OutputNames.stem(path.getFileName().toString()));
        }
        ProjectBuilder project = new ProjectBuilder(path, path);
        LabelmeReader reader = new LabelmeReader(project);
        for (Path file : jsonFiles(path)) {
            readOneOfMany(file, reader, project);
        }
        return project.build(path.getFileName().toString());
    }

    /** A damaged file among many does not keep the others from being read. */
    private static void readOneOfMany(Path file, LabelmeReader reader, ProjectBuilder project) throws IOException {
        try {
            JsonObject root = JsonDocument.read(file).root().asObject();
            if (root.has("shapes")) {
                reader.read(root, file);
            } else {
                project.problem("file-left-out", file + " is no labelme file; it is left out.");
            }
        } catch (JsonException e) {
            project.problem("file-unreadable", e.getMessage() + "; the file is left out.");
        }
    }
}
