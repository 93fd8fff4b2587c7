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
    private FolderOptions folders;

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
        List<Finding> findings = Inspection.of(
                file,
                folders.locator(file),
                entry -> progress.update(++done[0], console.terminal() ? entry.filename() : ""));
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
                .put("findings", JsonArray.of(findings, FindingOutput::json))
                .build();
    }

    private static List<String> summary(ProjectFile file, List<Finding> findings) {
        Project project = file.project();
        List<String> lines = new ArrayList<>();
        lines.add(file.path().toString());
        lines.add("%s, %s, classes: %s"
                .formatted(
                        Counted.of(project.images().size(), "image"),
                        Counted.of(project.regionCount(), "region"),
                        String.join(", ", ClassScheme.of(project).classes())));
        findings.forEach(f -> lines.add(FindingOutput.line(f)));
        lines.add(findings.isEmpty() ? "Nothing found wrong." : Counted.of(findings.size(), "finding") + ".");
        return lines;
    }
}
