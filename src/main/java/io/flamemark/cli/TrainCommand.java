package io.flamemark.cli;

import io.flamemark.files.JsonObject;
import io.flamemark.host.WorkerExit;
import io.flamemark.run.RunConfig;
import io.flamemark.run.RunDirectory;
import io.flamemark.run.RunStore;
import io.flamemark.run.TrainingJob;
import io.flamemark.settings.SettingsStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code train}: a training in this process. */
@Command(
        name = "train",
        description = "Train a network on a project. The first line names the run's directory; Ctrl-C stops after the "
                + "current step and keeps the best epoch.")
final class TrainCommand implements Callable<Integer> {

    private final Ports ports;
    private final Console console;

    @Parameters(paramLabel = "PROJECT", description = "A project file, or a folder with one.")
    private Path path;

    @Option(
            names = "--run",
            paramLabel = "DIR",
            description = "Where to put the run; by default in runs/ beside the project.")
    private Path run;

    @Mixin
    private ConfigOptions options;

    @Mixin
    private CommonOptions common;

    TrainCommand(Ports ports, Console console) {
        this.ports = ports;
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        ProjectData data = ProjectData.open(path, console);
        RunConfig config = options.resolve(data.dataset());
        RunDirectory directory = makeDirectory(data, config);
        console.print(
                common.json ? json(directory).toString() : directory.root().toString());
        WorkerExit exit = Training.run(
                ports.training().get(),
                new TrainingJob(config, data.dataset(), directory),
                new TrainingReport(console, common.json));
        return exit.asIntended() ? ExitCode.OK : ExitCode.FAILED;
    }

    private RunDirectory makeDirectory(ProjectData data, RunConfig config) throws IOException {
        Path project = data.file().path();
        RunStore store = new RunStore(RunStore.folderFor(project, SettingsStore.dataFolder()), Clock.systemUTC());
        return run == null
                ? store.create(config, data.dataset(), project)
                : store.createAt(run, config, data.dataset(), project);
    }

    private static JsonObject json(RunDirectory directory) {
        return JsonObject.builder()
                .put("type", "run")
                .put("directory", directory.root().toString())
                .build();
    }
}
