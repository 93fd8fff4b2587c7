package io.flamemark.format;

import io.flamemark.annotation.Finding;
import io.flamemark.annotation.ImageEntry;
import io.flamemark.annotation.Project;
import io.flamemark.annotation.ProjectChecks;
import io.flamemark.exchange.part.ForeignFormat;
import io.flamemark.files.Sha256;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * An open project and the file, or the few files, it stands in. Immutable: saving gives the next one. Saving is
 * lossless: members, literals, escapes and white space that no edit touched are written as they were read.
 */
public final class ProjectFile {

    private final Path path;
    private final Project project;
    private final ProjectParts parts;
    private final List<Finding> readingFindings;
    private final Origin origin;
    private List<Finding> findings;

    /**
     * What a project was opened from.
     *
     * @param file the file or folder
     * @param format of another program; empty for VIA's own files
     */
    public record Origin(Path file, Optional<ForeignFormat> format) {

        static Origin of(Path file) {
            return new Origin(file, Optional.empty());
        }
    }

    ProjectFile(Path path, Project project, ProjectParts parts, List<Finding> readingFindings, Origin origin) {
        this.origin = origin;
        this.path = path;
        this.project = project;
        this.parts = parts;
        this.readingFindings = List.copyOf(readingFindings);
    }

    /**
     * Opens whatever the path leads to; content decides, never the name.
     *
     * <ul>
     *   <li>A file: a VIA project, a VIA annotation export in JSON or CSV (1.x or 2.x), or the bare entry of one image.
     *   <li>A folder: its {@code via_project.json}; or its {@code train/} and {@code val/} (and {@code test/}) with a
     *       {@code via_region_data.json} each, as one project whose images carry the attribute {@code split}; or the
     *       one project file in it.
     *   <li>What else can be understood, as a new project that exists on disk only once saved: a list of VIA attributes,
     *       a file or folder of another program ({@link io.flamemark.exchange}), a folder of pictures.
     * </ul>
     */
    public static ProjectFile open(Path path) throws FormatException {
        return ProjectOpener.open(path.toAbsolutePath().normalize());
    }

    /**
     * Opens a file of which {@link EncodingException} said that it is not in UTF-8, as a new project, which will be; the file
     * stays as it is.
     *
     * @throws FormatException as {@link #open(Path)}, and if not every byte has a meaning in the encoding
     */
    public static ProjectFile open(Path file, Charset charset) throws FormatException {
        return ProjectOpener.open(file.toAbsolutePath().normalize(), charset);
    }

    /** Writes a new VIA project that holds {@code project}, replacing a file that may be there. */
    public static ProjectFile create(Path path, Project project) throws FormatException {
        Path file = path.toAbsolutePath().normalize();
        ProjectParts parts = ProjectParts.newProject(file).written(project);
        return new ProjectFile(file, project, parts, List.of(), Origin.of(file));
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

    /** What it was opened from; {@link #path} differs where opening made a new project of it. */
    public Origin origin() {
        return origin;
    }

    /** The files that {@link #save} writes. */
    public List<Path> files() {
        return parts.files();
    }

    /**
     * Tells whether the files hold what they held: the SHA-256 of the file, or of those of its files; for a project that
     * no file holds yet, of its regions.
     */
    public String fingerprint() {
        return parts.fingerprint().orElseGet(this::fingerprintOfRegions);
    }

    /** Pictures that joined the folder since are no hindrance to edits made before. */
    private String fingerprintOfRegions() {
        List<ImageEntry> annotated =
                project.images().stream().filter(i -> !i.regions().isEmpty()).toList();
        return "new " + Sha256.of(annotated.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** What kind of file was opened; of several files, the first. */
    public FileKind kind() {
        return parts.kind();
    }

    /** Whether the file can hold the definitions of attributes; an annotation export cannot. */
    public boolean holdsAttributeDefinitions() {
        return kind() == FileKind.VIA_PROJECT;
    }

    /** What could not be understood when the file was read, and what was done with it. */
    public List<Finding> readingFindings() {
        return readingFindings;
    }

    /**
     * What is wrong with the file and with what stands in it, as far as can be told without looking at the images:
     * reading problems, then {@link ProjectChecks#structure}, and {@code definitions-not-kept} where the project
     * defines attributes that its file has no place for. Found out at the first call.
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
        return save(next, fingerprint -> {});
    }

    /**
     * As {@link #save(Project)}.
     *
     * @param announce told what {@link #fingerprint} will be just before the file is replaced; not for a project in
     *     several files, nor where there is nothing to write
     */
    public ProjectFile save(Project next, Consumer<String> announce) throws FormatException {
        parts.requireUntouched(next);
        return new ProjectFile(path, next, parts.written(next, announce), readingFindings, origin);
    }

    /**
     * Writes {@code next} to another file, replacing one that may be there, and goes on with that one. It keeps the
     * kind of file and everything unknown in it; a project of several files becomes one VIA project.
     */
    public ProjectFile saveAs(Path target, Project next) throws FormatException {
        Path file = target.toAbsolutePath().normalize();
        return new ProjectFile(file, next, parts.movedTo(file).written(next), readingFindings, origin);
    }

    /** As {@link #saveAs}, but always as a VIA project: the way for an export to keep attribute definitions. */
    public ProjectFile saveAsProject(Path target, Project next) throws FormatException {
        return saveAs(target, next, FileKind.VIA_PROJECT);
    }

    /**
     * As {@link #saveAs}, but as a file of the given kind; what that has no place for is told by {@link #lossesAs}.
     *
     * @throws IllegalArgumentException if the kind is not one that {@link FileKind#isWritten}
     */
    public ProjectFile saveAs(Path target, Project next, FileKind kind) throws FormatException {
        if (!kind.isWritten()) {
            throw new IllegalArgumentException(kind + " is not written");
        }
        Path file = target.toAbsolutePath().normalize();
        return new ProjectFile(file, next, parts.movedTo(file, kind).written(next), readingFindings, origin);
    }

    /** What a file of the given kind has no place for, should {@code next} be saved as one. */
    public List<Finding> lossesAs(FileKind kind, Project next) {
        return kind() == kind ? List.of() : ViaLosses.of(kind, next, path.toString());
    }
}
