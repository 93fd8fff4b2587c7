package io.flamemark.cli;

import io.flamemark.files.JsonObject;
import io.flamemark.host.WorkerExit;
import io.flamemark.run.ResumePoint;
import io.flamemark.run.RunConfig;
import io.flamemark.run.RunDirectory;
import io.flamemark.run.RunResumption;
import io.flamemark.run.RunStore;
import io.flamemark.run.SmallerSetting;
import io.flamemark.run.TrainingJob;
import io.flamemark.settings.SettingsStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code train}: a training in a worker process, a new one or one that goes on. */
@Command(
        name = "train",
        description = "Train a network on a project. The first line names the run's directory; Ctrl-C stops after the "
                + "current step and keeps the best epoch. With --resume, a run that was paused, stopped, crashed or "
                + "killed goes on in its own directory as if it had not been interrupted; with --epochs too, any run that "
                + "is over trains on to so many epochs.")
final class TrainCommand implements Callable<Integer> {

    private final Ports ports;
    private final Console console;

    @Parameters(paramLabel = "PROJECT", arity = "0..1", description = "A project file, or a folder with one.")
    private Path path;

    @Option(
            names = "--resume",
            paramLabel = "RUN",
            description = "The directory of a run to go on with, with its own data and configuration.")
    private Path resume;

    @Option(
            names = "--run",
            paramLabel = "DIR",
            description = "Where to put the run; by default in runs/ beside the project.")
    private Path run;

    @Mixin
    private ConfigOptions options;

    @Mixin
    private FolderOptions folders;

    @Mixin
    private CommonOptions common;

    TrainCommand(Ports ports, Console console) {
        this.ports = ports;
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        TrainingJob job = resume == null ? begin() : goOn();
        RunDirectory directory = job.directory();
        console.print(
                common.json ? json(directory).toString() : directory.root().toString());
        WorkerExit exit = Training.run(ports.trainings(), job, new TrainingReport(console, common.json));
        if (exit.isForWantOfMemory()) {
            SmallerSetting.of(job.config()).map(TrainCommand::asOptions).ifPresent(console::note);
        }
        return exit.asIntended() ? ExitCode.OK : ExitCode.FAILED;
    }

    private static String asOptions(SmallerSetting smaller) {
        return smaller.changes().stream()
                .map(change -> " --set " + change.path() + "=" + change.value())
                .collect(Collectors.joining("", "Less memory takes: train ...", ""));
    }

    private TrainingJob begin() throws IOException {
        if (path == null) {
            throw new IllegalArgumentException("Name a project to train on, or a run to go on with: --resume RUN.");
        }
        ProjectData data = ProjectData.open(path, folders, console);
        RunConfig config = options.resolve(data.dataset());
        DataWarnings.tell(data.dataset(), config, console);
        return new TrainingJob(config, data.dataset(), makeDirectory(data, config));
    }

    private TrainingJob goOn() throws IOException {
        if (path != null || run != null || options.isGivenBesidesEpochs()) {
            throw new IllegalArgumentException("A run that goes on keeps its project, place and configuration: give"
                    + " --resume RUN alone or with --epochs, or start a new run without it.");
        }
        RunDirectory directory = new RunDirectory(resume.toAbsolutePath().normalize());
        Clock clock = Clock.systemUTC();
        TrainingJob job = options.epochs().isPresent()
                ? RunResumption.extend(directory, options.epochs().get(), clock)
                : RunResumption.prepare(directory, clock);
        Optional<ResumePoint> point = ResumePoint.of(directory);
        console.note(point.map(at -> "Going on after step " + at.step() + ", epoch " + at.epoch() + ".")
                .orElse("The run broke off before its first checkpoint and begins anew."));
        return job;
    }

    private RunDirectory makeDirectory(ProjectData data, RunConfig config) throws IOException {
        Path project = data.file().path();
        RunStore store = RunStore.of(project, SettingsStore.dataFolder(), Clock.systemUTC());
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
