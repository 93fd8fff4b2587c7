package io.flamemark.cli;

import io.flamemark.dataset.Dataset;
import io.flamemark.dataset.Sample;
import io.flamemark.detection.Detections;
import io.flamemark.files.JsonObject;
import io.flamemark.host.WorkerExit;
import io.flamemark.imaging.ImageDecoder;
import io.flamemark.imaging.ImageEncoder;
import io.flamemark.imaging.RgbImage;
import io.flamemark.run.Detector;
import io.flamemark.run.Evaluation;
import io.flamemark.run.Presets;
import io.flamemark.run.RunConfig;
import io.flamemark.run.RunDirectory;
import io.flamemark.run.RunEvent;
import io.flamemark.run.RunEventLog;
import io.flamemark.run.RunHistory;
import io.flamemark.run.RunStore;
import io.flamemark.run.TrainingJob;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code demo}: the whole story on the sample project, without a window. */
@Command(
        name = "demo",
        description = "Train briefly on the sample project, score the result and write a page about it: report.html. "
                + "Takes less than 5 minutes on two cores.")
final class DemoCommand implements Callable<Integer> {

    private static final Duration TRAINING_LIMIT = Duration.ofSeconds(200);
    private static final double SHOWN_SCORE = 0.5;

    private final Ports ports;
    private final Console console;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "flamemark-demo",
            description = "Where to write (default: flamemark-demo).")
    private Path out;

    @Mixin
    private CommonOptions common;

    DemoCommand(Ports ports, Console console) {
        this.ports = ports;
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Path sample = ports.sampleProject()
                .get()
                .orElseThrow(() -> new IOException("The sample project was not found beside the program; "
                        + "make one with \"synthesize\" and train on it with \"train\"."));
        console.note("1/3  Training on " + sample);
        ProjectData data = ProjectData.open(sample, new FolderOptions(), console);
        RunConfig config = Presets.of("demo", data.dataset());
        Files.createDirectories(out);
        RunDirectory run = new RunStore(out.resolve("runs"), Clock.systemUTC())
                .create(config, data.dataset(), data.file().path());
        WorkerExit exit = Training.run(
                ports.trainings(),
                new TrainingJob(config, data.dataset(), run),
                new TrainingReport(console, false),
                TRAINING_LIMIT);
        if (!exit.asIntended()) {
            return ExitCode.FAILED;
        }
        Evaluation.Result scores = report(config, data.dataset(), run);
        Path page = out.resolve("report.html");
        console.print(
                common.json ? json(run, page, scores).toString() : new ScoreTable(scores, null).toText() + "\n" + page);
        return ExitCode.OK;
    }

    private Evaluation.Result report(RunConfig config, Dataset dataset, RunDirectory run) throws IOException {
        List<Sample> unseen = Stream.concat(dataset.test().stream(), dataset.validation().stream())
                .toList();
        console.note("2/3  Looking at the " + unseen.size() + " images it did not learn from");
        try (Detector detector = ports.detectors().get().open(run.root())) {
            Map<String, Detections> found = Judging.lookAt(unseen, detector, console);
            Evaluation.Result scores = Evaluation.evaluate(unseen, found);
            console.note("3/3  Writing pictures and the report");
            DemoReport report = new DemoReport(config, history(run), scores);
            for (Sample sample : unseen) {
                RgbImage picture = Overlays.paint(
                        new ImageDecoder().decode(sample.image(), sample.rendering()),
                        found.get(sample.id()).atLeast(SHOWN_SCORE),
                        detector.labels(),
                        Overlays.truths(sample));
                String name = sample.image().getFileName().toString();
                ImageEncoder.write(picture, overlay(name), 1);
                report.add(name, picture);
            }
            report.write(out.resolve("report.html"));
            return scores;
        }
    }

    private Path overlay(String name) throws IOException {
        return Files.createDirectories(out.resolve("overlays")).resolve(name + ".png");
    }

    private static RunHistory history(RunDirectory run) throws IOException {
        List<RunEvent> events =
                RunEventLog.read(run.events()).stream().map(e -> e.event()).toList();
        return RunHistory.of(events);
    }

    private static JsonObject json(RunDirectory run, Path page, Evaluation.Result scores) {
        return JsonObject.builder()
                .put("run", run.root().toString())
                .put("report", page.toString())
                .put("scores", new ScoreTable(scores, null).toJson())
                .build();
    }
}
