package io.flamemark.cli;

import io.flamemark.annotation.ClassScheme;
import io.flamemark.annotation.Finding;
import io.flamemark.annotation.Project;
import io.flamemark.files.JsonArray;
import io.flamemark.files.JsonObject;
import io.flamemark.format.ProjectFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code check}: what is in a project, and what is wrong with it. */
@Command(
        name = "check",
        description =
                "Say what a project holds and what is wrong with it. Exit code 1 if anything should be looked at.")
final class CheckCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(paramLabel = "PROJECT", description = "A project file, or a folder with one.")
    private Path path;

    @Mixin
    private CommonOptions common;

    CheckCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        ProjectFile file = ProjectFile.open(path);
        Project project = file.project();
        Progress progress = console.progress("Images", project.images().size());
        int[] done = {0};
        List<Finding> findings =
                Inspection.of(file, entry -> progress.update(++done[0], console.terminal() ? entry.filename() : ""));
        progress.finish();
        if (common.json) {
            console.print(json(project, findings).toIndentedString().stripTrailing());
        } else {
            summary(file, findings).forEach(console::print);
        }
        boolean clean = findings.stream().allMatch(f -> f.severity() == Finding.Severity.INFO);
        return clean ? ExitCode.OK : ExitCode.FINDINGS;
    }

    private static JsonObject json(Project project, List<Finding> findings) {
        return JsonObject.builder()
                .put("images", project.images().size())
                .put("regions", project.regionCount())
                .put("findings", JsonArray.of(findings, CheckCommand::json))
                .build();
    }

    private static JsonObject json(Finding finding) {
        JsonObject.Builder object = JsonObject.builder()
                .put("severity", severity(finding))
                .put("code", finding.code())
                .put("file", finding.file());
        finding.image().ifPresent(id -> object.put("image", id.key()));
        finding.region().ifPresent(index -> object.put("region", index));
        return object.put("message", finding.message()).build();
    }

    private static List<String> summary(ProjectFile file, List<Finding> findings) {
        Project project = file.project();
        List<String> lines = new ArrayList<>();
        lines.add(file.path().toString());
        lines.add("%d images, %d regions, classes: %s"
                .formatted(
                        project.images().size(),
                        project.regionCount(),
                        String.join(", ", ClassScheme.of(project).classes())));
        findings.forEach(f -> lines.add(severity(f) + where(f) + ": " + f.message() + " [" + f.code() + "]"));
        lines.add(findings.isEmpty() ? "Nothing found wrong." : findings.size() + " findings.");
        return lines;
    }

    private static String where(Finding finding) {
        return finding.image().map(id -> " " + id.key()).orElse("");
    }

    private static String severity(Finding finding) {
        return finding.severity().name().toLowerCase(Locale.ROOT);
    }
}
