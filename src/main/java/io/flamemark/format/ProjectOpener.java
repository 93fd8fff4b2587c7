package io.flamemark.format;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

/** The one way in: a file or a folder to a project. */
final class ProjectOpener {

    static final String PROJECT_NAME = "via_project.json";

    private ProjectOpener() {}

    static ProjectFile open(Path path) throws FormatException {
        return Files.isDirectory(path) ? ProjectFolder.open(path) : openFile(path);
    }

    static ProjectFile openFile(Path file) throws FormatException {
        ViaLoading.Loaded loaded = ViaLoading.load(file, ViaDocument.Place.ALONE, new AtomicLong()::incrementAndGet);
        ProjectParts parts = ProjectParts.of(loaded.part());
        return new ProjectFile(file, parts.read(), parts, loaded.findings());
    }
}
