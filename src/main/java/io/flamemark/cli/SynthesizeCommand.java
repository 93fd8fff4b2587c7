package io.flamemark.cli;

import io.flamemark.annotation.Project;
import io.flamemark.files.JsonObject;
import io.flamemark.format.ProjectFile;
import io.flamemark.synthesis.SamplePlan;
import io.flamemark.synthesis.SampleProject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code synthesize}: a project of procedural fire scenes with exact truth. */
@Command(
        name = "synthesize",
        description =
                "Make a project of procedural fire scenes with exact outlines; the same seed gives the same bytes.")
final class SynthesizeCommand implements Callable<Integer> {

    private static final Pattern SIZE = Pattern.compile("(\\d{2,5})x(\\d{2,5})");

    private final Console console;

    @Parameters(paramLabel = "OUT", description = "The folder to write to; it is made if need be.")
    private Path out;

    @Option(names = "--images", paramLabel = "N", defaultValue = "33", description = "How many (default: 33).")
    private int images;

    @Option(names = "--seed", paramLabel = "S", defaultValue = "1", description = "Which ones (default: 1).")
    private long seed;

    @Option(names = "--size", paramLabel = "WxH", description = "Pixels of every image; 640 to 1280 wide if left out.")
    private String size;

    @Mixin
    private CommonOptions common;

    SynthesizeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (images < 1) {
            throw new IllegalArgumentException("--images must be at least 1.");
        }
        Progress progress = console.progress("Scenes", images);
        int[] done = {0};
        Project project = SampleProject.write(plan(), out, picture -> progress.update(++done[0], picture.fileName()));
        progress.finish();
        Path file = ProjectFile.create(out.resolve("via_project.json"), project).path();
        console.print(common.json ? json(file, project).toString() : file.toString());
        return ExitCode.OK;
    }

    private SamplePlan plan() {
        SamplePlan plan = SamplePlan.of(images, seed);
        if (size == null) {
            return plan;
        }
        Matcher matcher = SIZE.matcher(size);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("--size must be like 640x480, not " + size + ".");
        }
        return plan.withSize(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }

    private static JsonObject json(Path file, Project project) {
        return JsonObject.builder()
                .put("project", file.toString())
                .put("images", project.images().size())
                .put("regions", project.regionCount())
                .build();
    }
}
