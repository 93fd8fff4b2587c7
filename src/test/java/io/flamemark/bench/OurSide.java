package io.flamemark.bench;

import com.sun.management.OperatingSystemMXBean;
import io.flamemark.maskrcnn.infer.MaskRcnnDetectors;
import io.flamemark.maskrcnn.ops.TorchRuntime;
import io.flamemark.maskrcnn.train.MaskRcnnTrainer;
import io.flamemark.run.Detector;
import io.flamemark.run.RunEvent;
import io.flamemark.run.StopSignal;
import io.flamemark.run.TrainingJob;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;

/**
 * This program's side of the comparison, a process of its own that runs what a user's worker runs. It answers each line
 * of its input with one line: the seconds that one step or one detection took, the processor's seconds, and what came
 * of it.
 */
public final class OurSide {

    private static final double NANOS = 1e9;

    private final BufferedReader commands =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));

    /** Arguments: {@code prepare}, {@code train} or {@code detect}, folder, size, batch, threads, precision. */
    public static void main(String[] arguments) throws IOException {
        Scene scene = new Scene(
                Path.of(arguments[1]),
                Integer.parseInt(arguments[2]),
                Integer.parseInt(arguments[3]),
                Integer.parseInt(arguments[4]));
        TorchRuntime.start(scene.threads());
        OurSide side = new OurSide();
        switch (arguments[0]) {
            case "prepare" -> scene.write(arguments[5]);
            case "train" -> side.train(scene.job(arguments[5]));
            default -> side.detect(scene);
        }
    }

    private boolean nextCommand() {
        try {
            String line = commands.readLine();
            return line != null && !line.equals("quit");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }

    private static void answer(Moment start, double result) {
        say(String.format(
                Locale.ROOT,
                "%.6f %.6f %.4f",
                (System.nanoTime() - start.wall()) / NANOS,
                (processorNanos() - start.processor()) / NANOS,
                result));
    }

    /** When work began, nanoseconds by the clock and of the processor. */
    private record Moment(long wall, long processor) {

        static Moment now() {
            return new Moment(System.nanoTime(), processorNanos());
        }
    }

    private static long processorNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    /** The training loop itself takes the steps; between two of them it waits for the next command. */
    private void train(TrainingJob job) throws IOException {
        StopSignal stop = new StopSignal();
        say("ready");
        if (!nextCommand()) {
            return;
        }
        Moment[] start = {Moment.now()};
        new MaskRcnnTrainer().train(job, stop, event -> {
            if (event instanceof RunEvent.StepMeasured step) {
                answer(start[0], step.losses().total());
                if (!nextCommand()) {
                    stop.stopAfterStep();
                }
                start[0] = Moment.now();
            }
        });
    }

    private void detect(Scene scene) throws IOException {
        try (Detector detector = new MaskRcnnDetectors().open(scene.run().root())) {
            say("ready");
            while (nextCommand()) {
                Moment start = Moment.now();
                int found = detector.detect(scene.image(0), 0).size();
                answer(start, found);
            }
        }
    }
}
