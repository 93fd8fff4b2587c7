package io.flamemark.cli;

import io.flamemark.annotation.Finding;
import io.flamemark.annotation.Project;
import io.flamemark.dataset.ImageLocator;
import io.flamemark.dataset.OutsideFolders;
import io.flamemark.dataset.PictureFindings;
import io.flamemark.exchange.part.Pictures;
import io.flamemark.files.JsonArray;
import io.flamemark.files.JsonObject;
import io.flamemark.format.ExportFormat;
import io.flamemark.format.FileKind;
import io.flamemark.format.ProjectFile;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code convert}: annotations of any format that is read to any that is written, and what got lost on the way. */
@Command(
        name = "convert",
        description =
                "Write annotations in another format, and say what it has no place for. Exit code 1 if an image, a"
                        + " region or an annotation had to be left out.")
final class ConvertCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(paramLabel = "IN", description = "A file or folder of any format that opens as a project.")
    private Path in;

    @Parameters(paramLabel = "OUT", description = "The file to write, or the folder for formats of many files.")
    private Path out;

    @Option(
            names = "--to",
            paramLabel = "FORMAT",
            description = "via, via-json, via-csv, coco, labelme, yolo, voc, masks or geojson. If left out: what OUT's"
                    + " extension says (.csv, .geojson), else the same kind of VIA file as IN, else a VIA project.")
    private String to;

    @Option(
            names = "--encoding",
            paramLabel = "NAME",
            description = "What IN is in, where that is not UTF-8: GB18030 for Chinese, windows-1252 for Western...")
    private Charset encoding;

    @Option(names = "--force", description = "Replace files that are there.")
    private boolean force;

    @Option(names = "--copy-images", description = "Copy the pictures too, for yolo and voc.")
    private boolean copyImages;

    @Mixin
    private FolderOptions folders;

    @Mixin
    private CommonOptions common;

    ConvertCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        ProjectFile file = encoding == null ? ProjectFile.open(in) : ProjectFile.open(in, encoding);
        ExportFormat format = format(file);
        ImageLocator locator = folders.locator(file);
        Pictures found = new Pictures(locator::find);
        Project project = format.isVia() ? seenFrom(out, file) : file.project();
        List<Finding> losses = new ArrayList<>(format.keepsAll(file, project) ? List.of() : file.readingFindings());
        losses.removeIf(f -> f.code().equals("opened-as-new-project"));
        losses.addAll(format.write(file, project, copyImages ? found.copied() : found, out, force));
        if (losses.stream().anyMatch(f -> f.code().equals("size-unknown"))) {
            losses.addAll(notAllowed(file, locator));
        }
        if (common.json) {
            console.print(json(format, project, losses).toIndentedString().stripTrailing());
        } else {
            losses.forEach(f -> console.print(FindingOutput.line(f)));
            console.print(summary(format, project, losses));
        }
        boolean complete = losses.stream().noneMatch(f -> f.severity() == Finding.Severity.ERROR);
        return complete ? ExitCode.OK : ExitCode.FINDINGS;
    }

    private ExportFormat format(ProjectFile file) {
        return ExportFormat.named(to == null ? usual(file) : to)
                .orElseThrow(() -> new IllegalArgumentException("there is no format " + to + "; --to takes "
                        + ExportFormat.all().stream().map(ExportFormat::name).collect(Collectors.joining(", ")) + "."));
    }

    private String usual(ProjectFile file) {
        String name = out.toString().toLowerCase(Locale.ROOT);
        boolean annotations = file.kind() == FileKind.VIA_ANNOTATIONS || file.kind() == FileKind.VIA_SINGLE_IMAGE;
        if (name.endsWith(".csv")) {
            return "via-csv";
        }
        return name.endsWith(".geojson") ? "geojson" : annotations ? "via-json" : "via";
    }

    /** A file of another program says where its pictures are by where it lies; a new project elsewhere has to say it. */
    private static Project seenFrom(Path out, ProjectFile file) {
        Project project = file.project();
        Path target = out.toAbsolutePath().normalize().getParent();
        Path source = file.path().getParent();
        boolean foreign = file.origin().format().isPresent();
        if (!foreign
                || target == null
                || target.equals(source)
                || !target.getRoot().equals(source.getRoot())) {
            return project;
        }
        String way = target.relativize(source).toString().replace('\\', '/') + "/";
        return new Project(project.name(), project.images(), project.schema(), way + project.imageFolder());
    }

    /** Pictures of unknown size may be there, and only not be allowed to be opened. */
    private static List<Finding> notAllowed(ProjectFile file, ImageLocator locator) {
        return OutsideFolders.of(file.project(), locator).entrySet().stream()
                .map(folder -> new Finding(
                        Finding.Severity.WARNING,
                        PictureFindings.FOLDER_NOT_ALLOWED,
                        file.path().toString(),
                        Optional.empty(),
                        OptionalInt.empty(),
                        Counted.of(folder.getValue(), "picture") + " of " + folder.getKey()
                                + ", outside of the project, may not be opened without --allow-folder="
                                + folder.getKey()
                                + "."))
                .toList();
    }

    private static String summary(ExportFormat format, Project project, List<Finding> losses) {
        String things = losses.size() == 1 ? "one thing is" : losses.size() + " things are";
        String end = losses.isEmpty() ? "nothing is lost." : things + " not as before, see above.";
        String images = Counted.of(project.images().size(), "image");
        String regions = Counted.of(project.regionCount(), "region");
        return "Written as %s, from %s with %s; %s".formatted(format.description(), images, regions, end);
    }

    private JsonObject json(ExportFormat format, Project project, List<Finding> losses) {
        return JsonObject.builder()
                .put("out", out.toString())
                .put("format", format.name())
                .put("images", project.images().size())
                .put("regions", project.regionCount())
                .put("losses", JsonArray.of(losses, FindingOutput::json))
                .build();
    }
}
