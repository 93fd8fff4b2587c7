package io.flamemark.format;

import io.flamemark.annotation.Finding;
import io.flamemark.annotation.Project;
import io.flamemark.annotation.ProjectChecks;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An open project and the file, or the few files, it stands in. Immutable: saving gives the next one. Saving is
 * lossless: members, literals, escapes and white space that no edit touched are written as they were read.
 */
public final class ProjectFile {

    private final Path path;
    private final Project project;
    private final ProjectParts parts;
    private final List<Finding> readingFindings;
    private List<Finding> findings;

    ProjectFile(Path path, Project project, ProjectParts parts, List<Finding> readingFindings) {
        this.path = path;
        this.project = project;
        this.parts = parts;
        this.readingFindings = List.copyOf(readingFindings);
    }

    /**
     * Opens whatever the path leads to; content decides, never the name.
     *
     * <ul>
     *   <li>A file: a VIA project, a VIA annotation export (1.x or 2.x), or the bare entry of one image.
     *   <li>A folder: its {@code via_project.json}; or its {@code train/} and {@code val/} (and {@code test/}) with a
     *       {@code via_region_data.json} each, as one project whose images carry the attribute {@code split}; or the
     *       one project file in it; or, where there is none, a new project of its pictures, which exists on disk only
     *       once saved.
     * </ul>
     */
    public static ProjectFile open(Path path) throws FormatException {
        ProjectFile opened = ProjectOpener.open(path.toAbsolutePath().normalize());
        opened.findings();
        return opened;
    }

    /** Writes a new VIA project that holds {@code project}, replacing a file that may be there. */
    public static ProjectFile create(Path path, Project project) throws FormatException {
        Path file = path.toAbsolutePath().normalize();
        ProjectParts parts = ProjectParts.newProject(file).written(project);
        return new ProjectFile(file, project, parts, List.of());
    }

    /** The project as opened or last saved. */
    public Project project() {
        return project;
    }

    /**
     * The file; image names are relative to its folder. For a project in several files, a {@code via_project.json} in
     * the folder that holds them, which need not exist.
     */
    public Path path() {
        return path;
    }

    /** The files that {@link #save} writes. */
    public List<Path> files() {
        return parts.files();
    }

    /** What kind of file was opened; of several files, the first. */
    public FileKind kind() {
        return parts.kind();
    }

    /** Whether the file can hold the definitions of attributes; an annotation export cannot. */
    public boolean holdsAttributeDefinitions() {
        return kind() == FileKind.VIA_PROJECT;
    }

    /**
     * What is wrong with the file and with what stands in it, as far as can be told without looking at the images:
     * reading problems, then {@link ProjectChecks#structure}, and {@code definitions-not-kept} where the project
     * defines attributes that its file has no place for. Found out at the first call, which {@link #open} makes.
     */
    public synchronized List<Finding> findings() {
        if (findings == null) {
            List<Finding> all = new ArrayList<>(readingFindings);
            all.addAll(ProjectChecks.structure(project, path.toString()));
            if (!holdsAttributeDefinitions()
                    && !project.schema().equals(parts.read().schema())) {
                all.add(definitionsNotKept());
            }
            findings = List.copyOf(all);
        }
        return findings;
    }

    private Finding definitionsNotKept() {
        return new Finding(
                Finding.Severity.WARNING,
                "definitions-not-kept",
                path.toString(),
                Optional.empty(),
                OptionalInt.empty(),
                "An annotation export has no place for the definitions of attributes, classes among them; save it as a"
                        + " project to keep them.");
    }

    /**
     * Writes {@code next} in place of what was read, atomically.
     *
     * @throws ConflictException if another program changed a file since; nothing is written then
     * @throws FormatException if it cannot be written; the files are as they were
     */
    public ProjectFile save(Project next) throws FormatException {
        parts.requireUntouched(next);
        return new ProjectFile(path, next, parts.written(next), readingFindings);
    }

    /**
     * Writes {@code next} to another file, replacing one that may be there, and goes on with that one. It keeps the
     * kind of file and everything unknown in it; a project of several files becomes one VIA project.
     */
    public ProjectFile saveAs(Path target, Project next) throws FormatException {
        Path file = target.toAbsolutePath().normalize();
        return new ProjectFile(file, next, parts.movedTo(file).written(next), readingFindings);
    }

    /** As {@link #saveAs}, but always as a VIA project: the way for an export to keep attribute definitions. */
    public ProjectFile saveAsProject(Path target, Project next) throws FormatException {
        Path file = target.toAbsolutePath().normalize();
        return new ProjectFile(file, next, parts.asProject(file).written(next), readingFindings);
    }
}
