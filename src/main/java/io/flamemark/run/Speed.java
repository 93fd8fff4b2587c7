package io.flamemark.run;

import io.flamemark.files.JsonDocument;
import io.flamemark.files.JsonException;
import io.flamemark.files.JsonObject;
import io.flamemark.files.RecordJson;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * How fast this machine was at a training, and how much memory that took; {@code speed.json}, written when a training
 * ends. From such measurements the time and memory of other configurations are estimated, see {@link Speeds}.
 *
 * @param version of this layout
 * @param processors the machine had
 * @param workPerImage what {@link Workload} had made of a step with one image
 * @param workPerSecond thousand million multiplications a second, over whole steps
 * @param mebibytes the most memory the process held, -1 where the system does not say
 * @param workloadMebibytes what {@link Workload} had made of it
 */
public record Speed(
        int version,
        int processors,
        double workPerImage,
        double workPerSecond,
        double mebibytes,
        double workloadMebibytes) {

    /** In the first, what every image costs counted for more: its figures mean something else. */
    static final int VERSION = 2;

    /** A network of so many times the work, or of that part, is about as fast. */
    private static final double ALIKE = 5;

    private static final double UNUSUAL = 3;

    /** A core's before any measurement: an older processor's, so that the wait is rather shorter than told. */
    private static final double PER_CORE = 25;

    /** A guess from the number of cores. */
    static Speed guess(int processors) {
        return new Speed(VERSION, processors, 0, PER_CORE * processors, -1, 1);
    }

    /** Whether it was measured with a network of about the size. */
    boolean isAlike(Workload work) {
        return timesFrom(work.step()) <= ALIKE;
    }

    /** How many times as much work it was as the given one, or as little. */
    double timesFrom(double work) {
        return Math.max(work / workPerImage, workPerImage / work);
    }

    boolean isOfHere() {
        return processors == Runtime.getRuntime().availableProcessors();
    }

    static boolean isCurrent(JsonObject json) throws JsonException {
        return json.integer("version") == VERSION;
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
                work.step(),
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

    /**
     * What a run measured on this machine; empty where it did not, on one with other processors, or in a version that
     * counted work otherwise.
     */
    public static Optional<Speed> read(RunDirectory run) throws IOException {
        if (!Files.exists(run.speed())) {
            return Optional.empty();
        }
        JsonObject json = JsonDocument.read(run.speed()).root().asObject();
        return isCurrent(json)
                ? Optional.of(RecordJson.read(json, Speed.class)).filter(Speed::isOfHere)
                : Optional.empty();
    }
}
