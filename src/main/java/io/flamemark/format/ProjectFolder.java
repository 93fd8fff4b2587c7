package io.flamemark.format;

import io.flamemark.annotation.AttributeSchema;
import io.flamemark.annotation.AttributeSchema.Attribute;
import io.flamemark.annotation.Finding;
import io.flamemark.annotation.ImageEntry;
import io.flamemark.annotation.Project;
import io.flamemark.annotation.SplitAttribute;
import io.flamemark.exchange.part.Sniffed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Opens a folder: the project in it, its train and val folders as one project, or its pictures as a new one. */
final class ProjectFolder {

    private static final String EXPORT_NAME = "via_region_data.json";
    private static final int MOST_CANDIDATES = 50;

    private ProjectFolder() {}

    static ProjectFile open(Path folder) throws FormatException {
        if (Files.isRegularFile(folder.resolve(ProjectOpener.PROJECT_NAME))) {
            return ProjectOpener.openFile(folder.resolve(ProjectOpener.PROJECT_NAME));
        }
        if (hasExport(folder, "train") && hasExport(folder, "val")) {
            return openSplit(folder);
        }
        List<Path> candidates = candidates(folder);
        if (candidates.size() > 1) {
            String names =
                    candidates.stream().map(p -> p.getFileName().toString()).collect(Collectors.joining(", "));
            throw new FormatException(folder, "the folder holds several projects; open one of them: " + names + ".");
        }
        if (!candidates.isEmpty()) {
            return ProjectOpener.openFile(candidates.get(0));
        }
        Optional<ProjectFile> foreign = ProjectOpener.foreign(new Sniffed(folder, true, new byte[0], Optional.empty()));
        return foreign.isPresent() ? foreign.get() : newProject(folder);
    }

    private static boolean hasExport(Path folder, String split) {
        return Files.isRegularFile(export(folder, split));
    }

    private static Path export(Path folder, String split) {
        return folder.resolve(split).resolve(EXPORT_NAME);
    }

    /** The layout of Mask R-CNN tutorials: a folder and an export for each split. */
    private static ProjectFile openSplit(Path folder) throws FormatException {
        AtomicLong ids = new AtomicLong();
        List<ViaPart> parts = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        List<ImageEntry> images = new ArrayList<>();
        for (String split : SplitAttribute.VALUES) {
            if (hasExport(folder, split)) {
                ViaDocument.Place place = new ViaDocument.Place(split + "/", split);
                ViaLoading.Loaded loaded = ViaLoading.load(ViaLoading.read(export(folder, split)), place, ids);
                parts.add(loaded.part());
                findings.addAll(loaded.findings());
                images.addAll(loaded.part().document().known().images());
            }
        }
        Project project = new Project(nameOf(folder), images, schema(parts), "");
        Path path = folder.resolve(ProjectOpener.PROJECT_NAME);
        return new ProjectFile(
                path, project, new ProjectParts(parts, project), findings, ProjectFile.Origin.of(folder));
    }

    private static AttributeSchema schema(List<ViaPart> parts) {
        Map<String, Attribute> region = new LinkedHashMap<>();
        Map<String, Attribute> file = new LinkedHashMap<>();
        for (ViaPart part : parts) {
            AttributeSchema own = part.document().known().schema();
            own.region().forEach(region::putIfAbsent);
            own.file().forEach(file::putIfAbsent);
        }
        file.compute(
                SplitAttribute.NAME,
                (name, was) -> was == null || was.options().isEmpty() ? SplitAttribute.definition() : was);
        return new AttributeSchema(region, file);
    }

    /** VIA's files in JSON or, where there are none, in CSV: people export both. */
    private static List<Path> candidates(Path folder) throws FormatException {
        List<Path> json = viaFiles(folder, "json");
        return json.isEmpty() ? viaFiles(folder, "csv") : json;
    }

    private static List<Path> viaFiles(Path folder, String extension) throws FormatException {
        return list(folder, f -> hasExtension(f, extension)).stream()
                .limit(MOST_CANDIDATES)
                .filter(ViaLoading::isVia)
                .toList();
    }

    private static ProjectFile newProject(Path folder) throws FormatException {
        List<ImageEntry> images = PictureList.of(folder);
        if (images.isEmpty()) {
            throw new FormatException(
                    folder, "the folder holds neither a project nor pictures; choose another, or a project file.");
        }
        boolean split = images.stream().anyMatch(i -> i.attributes().containsKey(SplitAttribute.NAME));
        Map<String, Attribute> file = split ? Map.of(SplitAttribute.NAME, SplitAttribute.definition()) : Map.of();
        Project project = new Project(nameOf(folder), images, new AttributeSchema(Map.of(), file), "");
        Path path = folder.resolve(ProjectOpener.PROJECT_NAME);
        return new ProjectFile(path, project, ProjectParts.newProject(path), List.of(), ProjectFile.Origin.of(folder));
    }

    private static String nameOf(Path folder) {
        return folder.getFileName() == null ? "project" : folder.getFileName().toString();
    }

    /** The files of a folder that are called so, by name. */
    static List<Path> list(Path folder, Predicate<Path> wanted) throws FormatException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(wanted)
                    .filter(Files::isRegularFile)
                    .sorted(NaturalOrder.OF_PATHS)
                    .toList();
        } catch (IOException e) {
            throw new FormatException(folder, "the folder cannot be listed (" + e + ").", e);
        }
    }

    private static boolean hasExtension(Path file, String extension) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith("." + extension);
    }
}
