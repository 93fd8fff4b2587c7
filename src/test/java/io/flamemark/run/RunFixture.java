package io.flamemark.run;

import io.flamemark.dataset.Dataset;
import io.flamemark.dataset.Instance;
import io.flamemark.dataset.LabelMap;
import io.flamemark.dataset.Sample;
import io.flamemark.geometry.Polygon;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** A small run: two images that need only exist, and a configuration with recognisable figures. */
public final class RunFixture {

    private RunFixture() {}

    public static RunConfig config(String preset) {
        return new RunConfig(
                RunConfig.VERSION,
                preset,
                new RunConfig.Network("resnet18", 64, "group", "scratch", "none", 128, 192, 32, 64, 2, "all"),
                new RunConfig.Sampling(64, 200, 100, 32, 0.25, 20, 0.05, 0.5),
                new RunConfig.Optimization("sgd", 2, 3, 1, 0.01, 0.9, 1e-4, 5, "cosine", 5),
                new Augmenting(0.5, 0.2, 0.1, 0.1),
                new RunConfig.Validation(1, 0),
                new RunConfig.Machine(1, 7, "cpu"));
    }

    public static Dataset dataset(Path folder) throws IOException {
        Sample train = new Sample(
                "a.png1", Files.writeString(folder.resolve("a.png"), "a"), 40, 30, List.of(triangle(), triangle()));
        Sample validation =
                new Sample("b.png1", Files.writeString(folder.resolve("b.png"), "b"), 40, 30, List.of(triangle()));
        return new Dataset(new LabelMap(List.of("fire")), List.of(train), List.of(validation), List.of());
    }

    /** A run directory in {@code folder/runs}, made the way the program makes it. */
    public static TrainingJob job(Path folder, String preset) throws IOException {
        Path project = Files.writeString(folder.resolve("via_project.json"), "{}");
        RunConfig config = config(preset);
        Dataset dataset = dataset(folder);
        RunStore store = RunStore.of(project, folder, Clock.systemUTC());
        return new TrainingJob(config, dataset, store.create(config, dataset, project));
    }

    /** The same, stopped before it began. */
    public static RunDirectory stopped(Path folder, String preset) throws IOException {
        RunDirectory run = job(folder, preset).directory();
        end(run, RunState.STOPPED, "");
        return run;
    }

    static void end(RunDirectory run, RunState state, String message) throws IOException {
        RunStatus status = RunFiles.status(run)
                .after(new RunEvent.Ended(state, message, 0), ProcessHandle.current(), Instant.EPOCH);
        RunFiles.write(run.state(), status);
    }

    /** The folder of a run, with nothing in it. */
    public static RunDirectory folder(Path root) {
        try {
            return new RunDirectory(Files.createDirectories(root));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Instance triangle() {
        return new Instance(1, List.of(Polygon.of(1.5, 2, 20, 2.25, 10, 25)));
    }
}
