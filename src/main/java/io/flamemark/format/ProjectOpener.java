package io.flamemark.format;

import io.flamemark.annotation.Finding;
import io.flamemark.annotation.Project;
import io.flamemark.exchange.ForeignFormats;
import io.flamemark.exchange.part.ExchangeException;
import io.flamemark.exchange.part.ForeignFormat;
import io.flamemark.exchange.part.Imported;
import io.flamemark.exchange.part.Sniffed;
import io.flamemark.files.JsonException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLong;

/** The one way in: a file or a folder to a project. */
final class ProjectOpener {

    static final String PROJECT_NAME = "via_project.json";

    private ProjectOpener() {}

    static ProjectFile open(Path path) throws FormatException {
        return Files.isDirectory(path) ? ProjectFolder.open(path) : openFile(path);
    }

    /** A file in another encoding than UTF-8, as a new project: what is written is UTF-8. */
    static ProjectFile open(Path file, Charset charset) throws FormatException {
        if (Files.isDirectory(file)) {
            throw new FormatException(
                    file, "an encoding is that of one file, but this is a folder; choose a file in it.");
        }
        ViaLoading.Content content = ViaLoading.read(file, charset);
        if (!content.kind().isVia()) {
            return open(content);
        }
        ViaLoading.Loaded loaded = ViaLoading.load(content, ViaDocument.Place.ALONE, new AtomicLong());
        ProjectParts parts = ProjectParts.of(loaded.part());
        Path path = freePath(file);
        ProjectParts moved = parts.movedTo(path, FileKind.VIA_PROJECT);
        return fresh(file, path, parts.read(), moved, loaded.findings(), ProjectFile.Origin.of(file));
    }

    static ProjectFile openFile(Path file) throws FormatException {
        return open(ViaLoading.read(file));
    }

    static ProjectFile open(ViaLoading.Content content) throws FormatException {
        Path file = content.file();
        if (content.kind().isVia()) {
            ViaLoading.Loaded loaded = ViaLoading.load(content, ViaDocument.Place.ALONE, new AtomicLong());
            ProjectParts parts = ProjectParts.of(loaded.part());
            return new ProjectFile(file, parts.read(), parts, loaded.findings(), ProjectFile.Origin.of(file));
        }
        if (content.kind() == FileKind.VIA_ATTRIBUTES) {
            Project project = Project.empty(ViaLoading.baseName(file))
                    .withSchema(SchemaCodec.read(content.json().root()));
            return fresh(file, project, List.of(), ProjectFile.Origin.of(file));
        }
        return foreign(content.sniffed()).orElseThrow(content::refusal);
    }

    /** The project in a file or folder of another program, if one is known that makes such. */
    static Optional<ProjectFile> foreign(Sniffed sniffed) throws FormatException {
        Optional<ForeignFormat> format = ForeignFormats.of(sniffed);
        return format.isEmpty() ? Optional.empty() : Optional.of(imported(sniffed, format.get()));
    }

    private static ProjectFile imported(Sniffed sniffed, ForeignFormat format) throws FormatException {
        Path source = sniffed.path();
        try {
            Imported imported = format.read(sniffed);
            ProjectFile.Origin origin = new ProjectFile.Origin(source, Optional.of(format));
            return fresh(source, imported.project(), imported.findings(), origin);
        } catch (ExchangeException e) {
            throw FormatException.of(source, e);
        } catch (JsonException e) {
            throw FormatException.of(source, e, "as " + format.description() + " it is damaged");
        } catch (IOException e) {
            throw new FormatException(source, "as " + format.description() + " it cannot be read (" + e + ").", e);
        }
    }

    /** A project that came from {@code source} and stands in no file yet. */
    private static ProjectFile fresh(Path source, Project project, List<Finding> findings, ProjectFile.Origin origin) {
        Path path = freePath(source);
        return fresh(source, path, project, ProjectParts.newProject(path), findings, origin);
    }

    private static ProjectFile fresh(
            Path source,
            Path path,
            Project project,
            ProjectParts parts,
            List<Finding> findings,
            ProjectFile.Origin origin) {
        List<Finding> all = new ArrayList<>(findings);
        all.add(new Finding(
                Finding.Severity.INFO,
                "opened-as-new-project",
                source.toString(),
                Optional.empty(),
                OptionalInt.empty(),
                "It is open as a new VIA project; saving writes " + path.getFileName()
                        + (Files.isDirectory(source)
                                ? " into the folder and leaves its other files as they are."
                                : " and leaves " + source.getFileName() + " as it is.")));
        return new ProjectFile(path, project, parts, all, origin);
    }

    /** Where the project would be saved: in the folder, or beside the file, under a name that is not taken. */
    private static Path freePath(Path source) {
        boolean folder = Files.isDirectory(source);
        String base = folder ? "via_project" : ViaLoading.baseName(source) + "_via";
        Path path = folder ? source.resolve(base + ".json") : source.resolveSibling(base + ".json");
        for (int i = 2; Files.exists(path); i++) {
            path = path.resolveSibling(base + "_" + i + ".json");
        }
        return path;
    }
}
