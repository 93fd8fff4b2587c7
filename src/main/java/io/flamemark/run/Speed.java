package io.flamemark.run;

import io.flamemark.files.JsonDocument;
import io.flamemark.files.RecordJson;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;

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

    /** A core's, where nothing was ever measured: an older processor's, so that the wait is rather shorter than told. */
    private static final double PER_CORE = 25;

    /** A guess from the number of cores. */
    static Speed guess(int processors) {
        return new Speed(VERSION, processors, PER_CORE * processors, -1, 1);
    }

    /** What a run measured; empty where it took no step. */
    static Optional<Speed> of(TrainingJob job, RunHistory history) {
        double[] rates = history.steps().stream()
                .mapToDouble(RunEvent.StepMeasured::imagesPerSecond)
                .filter(rate -> rate > 0 && Double.isFinite(rate))
                .sorted()
                .toArray();
        if (rates.length == 0) {
            return Optional.empty();
        }
        Workload work = Workload.of(job.config(), job.dataset());
        double memory = history.machine().stream()
                .mapToDouble(RunEvent.MachineMeasured::residentMebibytes)
                .max()
                .orElse(-1);
        return Optional.of(new Speed(
                VERSION,
                Runtime.getRuntime().availableProcessors(),
                rates[rates.length / 2] * work.step(),
                memory,
                work.mebibytes()));
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
        if (!Files.exists(run.speed())) {
            return Optional.empty();
        }
        Speed speed = RecordJson.read(JsonDocument.read(run.speed()).root(), Speed.class);
        return Optional.of(speed)
                .filter(it -> it.processors == Runtime.getRuntime().availableProcessors());
    }
}
