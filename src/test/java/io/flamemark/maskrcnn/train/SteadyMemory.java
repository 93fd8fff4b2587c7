package io.flamemark.maskrcnn.train;

import io.flamemark.dataset.Dataset;
import io.flamemark.dataset.LabelMap;
import io.flamemark.dataset.Sample;
import io.flamemark.geometry.Polygon;
import io.flamemark.run.Augmenting;
import io.flamemark.run.RunConfig;
import io.flamemark.run.RunEvent;
import io.flamemark.run.RunFixture;
import io.flamemark.run.StopSignal;
import io.flamemark.run.TrainingJob;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A program for a fresh JVM: trains a while and prints its resident memory after every so many steps, a line each: the
 * step and the mebibytes. Arguments: a folder, the backbone, the size of the images, the steps and after how many of
 * them to print.
 */
final class SteadyMemory {

    private SteadyMemory() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        int size = Integer.parseInt(arguments[2]);
        int steps = Integer.parseInt(arguments[3]);
        int every = Integer.parseInt(arguments[4]);
        RunConfig config = new RunConfig(
                RunConfig.VERSION,
                "test",
                new RunConfig.Network(
                        arguments[1], 64, "group", "scratch", "none", size, size * 3 / 2, 64, 128, 2, "all"),
                new RunConfig.Sampling(128, 500, 200, 64, 0.25, 20, 0.05, 0.5),
                // Epochs of 25 steps: validations and checkpoints take part.
                new RunConfig.Optimization("adamw", steps / 25, 25, 2, 1e-4, 0.9, 0.01, 0, "constant", 5),
                // No change of size: the largest batch would come late, and its memory with it.
                new Augmenting(0.5, 0, 0, 0.4),
                new RunConfig.Validation(1, 0),
                new RunConfig.Machine(2, 1, "cpu"));
        Sample one = FireDrawing.write(folder, "one.png", Polygon.of(30, 90, 50, 30, 80, 90));
        Sample two = FireDrawing.write(folder, "two.png", Polygon.of(90, 90, 120, 40, 140, 90));
        Dataset dataset = new Dataset(new LabelMap(List.of("fire")), List.of(one, two), List.of(one), List.of());
        TrainingJob job = new TrainingJob(config, dataset, RunFixture.folder(folder.resolve("run")));
        new MaskRcnnTrainer().train(job, new StopSignal(), event -> {
            if (event instanceof RunEvent.StepMeasured step && step.step() % every == 0) {
                System.out.println(step.step() + " " + residentMebibytes());
            }
        });
    }

    private static double residentMebibytes() {
        try {
            return Files.readAllLines(Path.of("/proc/self/status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
