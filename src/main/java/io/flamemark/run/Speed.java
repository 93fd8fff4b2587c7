package io.flamemark.run;

import io.flamemark.files.JsonDocument;
import io.flamemark.files.RecordJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * How fast this machine was at a training, and how much memory that took; {@code speed.json}, written when a training
 * ends. From one such measurement the time and memory of any other configuration are estimated.
 *
 * @param version of this layout
 * @param processors the machine had
 * @param workPerSecond thousand million multiplications a second, over whole steps; see {@link Workload}
 * @param mebibytes the most memory the process held, -1 where the system does not say
 * @param workloadMebibytes what {@link Workload} had made of it
 */
public record Speed(int version, int processors, double workPerSecond, double mebibytes, double workloadMebibytes) {

    private static final int VERSION = 1;

    private static final double UNUSUAL = 3;

    /** A core's before any measurement: an older processor's, so that the wait is rather shorter than told. */
    private static final double PER_CORE = 25;

    /** A guess from the number of cores. */
    static Speed guess(int processors) {
        return new Speed(VERSION, processors, PER_CORE * processors, -1, 1);
    }

    /** What a run measured; empty where it took no step. */
    static Optional<Speed> of(TrainingJob job, RunHistory history) {
        OptionalDouble step = secondsAStep(history);
        if (step.isEmpty()) {
            return Optional.empty();
        }
        double images = job.config().imagesAStep();
        Workload work = Workload.of(job.config(), job.dataset());
        double memory = history.machine().stream()
                .mapToDouble(RunEvent.MachineMeasured::residentMebibytes)
                .max()
                .orElse(-1);
        return Optional.of(new Speed(
                VERSION,
                Runtime.getRuntime().availableProcessors(),
                images / step.getAsDouble() * work.step(),
                memory,
                work.mebibytes()));
    }

    /**
     * How long a step takes once the machine has warmed up: on average over the second half of the steps, since the
     * first ones, while code is compiled and the quickest kernels are sought, take up to three times as long. Steps
     * that took far longer than most are left out: between them an epoch was judged, or the machine slept.
     */
    private static OptionalDouble secondsAStep(RunHistory history) {
        Timeline<RunEvent.StepMeasured> steps = history.steps();
        double[] took = IntStream.range(Math.max(1, steps.size() / 2), steps.size())
                .mapToDouble(i -> steps.seconds(i) - steps.seconds(i - 1))
                .filter(seconds -> seconds > 0)
                .sorted()
                .toArray();
        return Arrays.stream(took)
                .filter(seconds -> seconds < took[took.length / 2] * UNUSUAL)
                .average();
    }

    /** Writes what a run measured, if anything, into its directory. */
    public static void record(RunDirectory run) throws IOException {
        RunHistory history = RunHistory.ofLog(RunEventLog.read(run.events()));
        Optional<Speed> speed = of(RunFiles.job(run), history);
        if (speed.isPresent()) {
            RunFiles.write(run.speed(), speed.get());
        }
    }

    /** What a run measured on this machine; empty where it did not, or on one with other processors. */
    public static Optional<Speed> read(RunDirectory run) throws IOException {
        return Files.exists(run.speed()) ? read(run.speed()) : Optional.empty();
    }

    static Optional<Speed> read(Path file) throws IOException {
        Speed speed = RecordJson.read(JsonDocument.read(file).root(), Speed.class);
        return Optional.of(speed)
                .filter(it -> it.processors == Runtime.getRuntime().availableProcessors());
    }
}
