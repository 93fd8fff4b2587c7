package io.flamemark.format;

import io.flamemark.annotation.Finding;
import io.flamemark.annotation.Project;
import io.flamemark.exchange.ForeignFormats;
import io.flamemark.exchange.part.ExchangeException;
import io.flamemark.exchange.part.ForeignFormat;
import io.flamemark.exchange.part.Pictures;
import io.flamemark.exchange.part.ProjectExporter;
import io.flamemark.files.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/** What a project can be written as: VIA's three files, and the formats of other programs. */
public final class ExportFormat {

    private static final List<ExportFormat> ALL = Stream.concat(
                    Stream.of(
                            via("via", "a VIA project", "json", FileKind.VIA_PROJECT),
                            via("via-json", "VIA annotations in JSON", "json", FileKind.VIA_ANNOTATIONS),
                            via("via-csv", "VIA annotations in CSV", "csv", FileKind.VIA_CSV)),
                    ForeignFormats.exporters().stream().map(ExportFormat::foreign))
            .toList();

    private final String name;
    private final String description;
    private final Optional<String> extension;
    private final boolean pictures;
    private final Writing writing;
    private final BiPredicate<ProjectFile, Project> keepingAll;

    /** Writes a project and tells what was lost. */
    private interface Writing {
        List<Finding> write(ProjectFile file, Project project, Pictures pictures, Path target) throws IOException;
    }

    private ExportFormat(
            String name,
            String description,
            Optional<String> extension,
            boolean pictures,
            Writing writing,
            BiPredicate<ProjectFile, Project> keepingAll) {
        this.name = name;
        this.description = description;
        this.extension = extension;
        this.pictures = pictures;
        this.writing = writing;
        this.keepingAll = keepingAll;
    }

    /** The definitions of attributes without the images: what another project, here or in VIA, can take over. */
    public static ExportFormat attributes() {
        return new ExportFormat(
                "via-attributes",
                "a list of attributes alone (VIA)",
                Optional.of("json"),
                false,
                (file, project, pictures, target) -> {
                    AttributesFile.create(target, project.schema());
                    return List.of();
                },
                (file, project) -> false);
    }

    private static ExportFormat via(String name, String description, String extension, FileKind kind) {
        Writing writing = (file, project, pictures, target) -> {
            List<Finding> losses = file.lossesAs(kind, project);
            file.saveAs(target, project, kind);
            return losses;
        };
        return new ExportFormat(
                name,
                description,
                Optional.of(extension),
                false,
                writing,
                (file, project) -> file.kind() == kind
                        && file.files().equals(List.of(file.origin().file())));
    }

    private static ExportFormat foreign(ProjectExporter exporter) {
        return new ExportFormat(
                exporter.name(),
                exporter.description(),
                exporter.extension(),
                exporter.holdsPictures(),
                (file, project, pictures, target) -> write(exporter, file, project, pictures, target),
                (file, project) -> isCopied(exporter, file, project));
    }

    /** A file of another program that nobody edited is copied as it is, so that nothing in it changes. */
    private static boolean isCopied(ProjectExporter exporter, ProjectFile file, Project project) {
        return project.equals(file.project())
                && file.origin()
                        .format()
                        .flatMap(ForeignFormat::exporter)
                        .filter(exporter.name()::equals)
                        .isPresent();
    }

    private static List<Finding> write(
            ProjectExporter exporter, ProjectFile file, Project project, Pictures pictures, Path target)
            throws IOException {
        if (isCopied(exporter, file, project)) {
            Files.createDirectories(target.toAbsolutePath().getParent());
            AtomicFile.write(target, Files.readAllBytes(file.origin().file()));
            return List.of();
        }
        return exporter.write(project, pictures, target);
    }

    /** All that hold a project, VIA's first. */
    public static List<ExportFormat> all() {
        return ALL;
    }

    /** The one of this {@link #name}. */
    public static Optional<ExportFormat> named(String name) {
        return ALL.stream().filter(format -> format.name.equals(name)).findFirst();
    }

    /** What {@code convert --to} calls it: {@code via-csv}. */
    public String name() {
        return name;
    }

    /** As it goes after "write": {@code a COCO file}. */
    public String description() {
        return description;
    }

    /** Whether VIA reads it. */
    public boolean isVia() {
        return name.startsWith("via");
    }

    /** The usual extension of the file, without a dot; empty where a folder is written. */
    public Optional<String> extension() {
        return extension;
    }

    /** Whether the folder has a place for copies of the pictures. */
    public boolean holdsPictures() {
        return pictures;
    }

    /** Whether what {@code file} has that could not be read is written too, word for word. */
    public boolean keepsAll(ProjectFile file, Project project) {
        return keepingAll.test(file, project);
    }

    /**
     * Writes {@code project}, an edited or unedited state of what {@code file} holds, which itself stays as it is.
     *
     * @param replacing whether files that are there may be replaced
     * @return everything the format has no place for
     * @throws FormatException if it cannot be written; if the target is there and may not be replaced
     */
    public List<Finding> write(ProjectFile file, Project project, Pictures pictures, Path target, boolean replacing)
            throws FormatException {
        requireFree(file, target, replacing);
        try {
            return writing.write(file, project, pictures, target);
        } catch (ExchangeException e) {
            throw FormatException.of(target, e);
        } catch (FormatException e) {
            throw e;
        } catch (IOException e) {
            throw new FormatException(target, "cannot be written (" + e + "); choose another place.", e);
        }
    }

    private void requireFree(ProjectFile file, Path target, boolean replacing) throws FormatException {
        boolean folder = Files.isDirectory(target);
        if (Files.exists(target) && folder != extension.isEmpty()) {
            throw new FormatException(
                    target,
                    "this is a " + (folder ? "folder" : "file") + ", but " + description + " is a "
                            + (folder ? "file" : "folder") + "; choose another name.");
        }
        Path absolute = target.toAbsolutePath().normalize();
        if (file.files().contains(absolute) || absolute.equals(file.origin().file())) {
            throw new FormatException(target, "this is what is being converted; choose another name.");
        }
        if (!replacing && Files.exists(target) && !(folder && isEmpty(target))) {
            throw new FormatException(
                    target, "it is there already; choose another name, or say that it may be replaced (--force).");
        }
    }

    private static boolean isEmpty(Path folder) throws FormatException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        } catch (IOException e) {
            throw new FormatException(folder, "the folder cannot be listed (" + e + ").", e);
        }
    }
}
