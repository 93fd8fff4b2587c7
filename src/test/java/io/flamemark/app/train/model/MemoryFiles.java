package io.flamemark.app.train.model;

import io.flamemark.annotation.Finding;
import io.flamemark.app.train.dashboard.PlausibleRun;
import io.flamemark.dataset.Dataset;
import io.flamemark.dataset.Instance;
import io.flamemark.dataset.LabelMap;
import io.flamemark.dataset.Sample;
import io.flamemark.geometry.Polygon;
import io.flamemark.run.Augmenting;
import io.flamemark.run.MachineSize;
import io.flamemark.run.PresetChoice;
import io.flamemark.run.RunConfig;
import io.flamemark.run.RunDirectory;
import io.flamemark.run.RunHistory;
import io.flamemark.run.RunState;
import io.flamemark.run.RunStatus;
import io.flamemark.run.RunSummary;
import io.flamemark.run.Scores;
import io.flamemark.run.Speed;
import io.flamemark.run.Speeds;
import io.flamemark.run.TrainingJob;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Training files that are nowhere but in memory. */
public final class MemoryFiles implements TrainingFiles {

    private static final Instant THEN = Instant.parse("2026-11-22T17:30:00Z");

    public Dataset dataset = dataset(20, 10, 3);
    List<Finding> findings = List.of();
    MachineSize machine = new MachineSize(4, 16_000);
    IOException failure;
    Speeds speeds = Speeds.NONE;
    public String nextId = "2026-11-22T1805-fire-c3d4";
    final List<RunConfig> frozen = new ArrayList<>();
    public final List<RunSummary> runs = new ArrayList<>();

    static Dataset dataset(int train, int validation, int test) {
        return new Dataset(
                new LabelMap(List.of("fire")),
                samples("train", train),
                samples("val", validation),
                samples("test", test));
    }

    private static List<Sample> samples(String name, int n) {
        Instance fire = new Instance(1, List.of(Polygon.of(10, 10, 40, 10, 25, 50)));
        return IntStream.range(0, n)
                .mapToObj(i -> new Sample(name + i, Path.of(name, i + ".jpg"), 640, 480, List.of(fire)))
                .toList();
    }

    public static RunConfig config(String preset) {
        return new RunConfig(
                RunConfig.VERSION,
                preset,
                new RunConfig.Network("resnet18", 64, "group", "scratch", "none", 256, 512, 128, 256, 2, "all"),
                new RunConfig.Sampling(256, 500, 200, 64, 0.25, 100, 0.05, 0.5),
                new RunConfig.Optimization("sgd", 20, 0, 2, 0.01, 0.9, 1e-4, 30, "cosine", 5),
                new Augmenting(0.5, 0.2, 0.3, 0.2),
                new RunConfig.Validation(1, 5),
                new RunConfig.Machine(0, 1, "cpu"));
    }

    public static RunSummary summary(String id, String preset, RunState state, String message, double ap50) {
        Optional<Scores> scores =
                ap50 < 0 ? Optional.empty() : Optional.of(new Scores(ap50 * 0.6, ap50, ap50 * 0.6, ap50, ap50 * 0.8));
        RunStatus status =
                new RunStatus(1, state, message, 12, 20, 9, scores, THEN, THEN, 0, Optional.empty(), Optional.empty());
        return new RunSummary(new RunDirectory(Path.of("runs", id)), preset, THEN, status);
    }

    @Override
    public Data data() throws IOException {
        if (failure != null) {
            throw failure;
        }
        return new Data(dataset, findings, PresetChoice.of(dataset, machine, speeds));
    }

    @Override
    public TrainingJob probe() {
        return job("probe", dataset);
    }

    @Override
    public boolean measured(TrainingJob probe) {
        speeds = speeds.with(new Speed(2, machine.processors(), 15, 100, 900, 1000));
        return true;
    }

    @Override
    public TrainingJob freeze(RunConfig config, Dataset data) {
        frozen.add(config);
        return new TrainingJob(config, data, new RunDirectory(Path.of("runs", nextId)));
    }

    @Override
    public TrainingJob again(RunDirectory earlier, boolean warm, Dataset data) {
        return job(earlier.id() + (warm ? "-warm" : "-again"), data);
    }

    @Override
    public TrainingJob smaller(RunDirectory earlier, Dataset data) {
        return job(earlier.id() + "-smaller", data);
    }

    @Override
    public TrainingJob resume(RunDirectory run) {
        return job(run.id(), dataset);
    }

    @Override
    public TrainingJob extend(RunDirectory run, int epochs) {
        return job(run.id() + "-" + epochs, dataset);
    }

    private static TrainingJob job(String id, Dataset data) {
        return new TrainingJob(config("quick"), data, new RunDirectory(Path.of("runs", id)));
    }

    @Override
    public List<RunSummary> runs() {
        return List.copyOf(runs);
    }

    @Override
    public String runsMark() {
        return runs.toString();
    }

    @Override
    public RunHistory history(RunDirectory run) {
        return RunHistory.of(PlausibleRun.epochs(12));
    }
}
