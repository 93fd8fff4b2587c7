package io.flamemark.maskrcnn.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.flamemark.dataset.Dataset;
import io.flamemark.dataset.LabelMap;
import io.flamemark.dataset.Sample;
import io.flamemark.files.Sha256;
import io.flamemark.geometry.Polygon;
import io.flamemark.host.WorkerLauncher;
import io.flamemark.run.Augmenting;
import io.flamemark.run.LossBreakdown;
import io.flamemark.run.RunConfig;
import io.flamemark.run.RunDirectory;
import io.flamemark.run.RunEvent;
import io.flamemark.run.RunFixture;
import io.flamemark.run.StopSignal;
import io.flamemark.run.TrainingJob;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Two runs of one seed and as many threads")
class SameSeedTest {

    private static final WorkerLauncher SETTINGS =
            new WorkerLauncher(SameSeedTest.class.getName(), List.of("-Xmx1g"), Map.of());

    private static final int STEPS = 6;
    private static final long SEED = 5;

    /** As narrow as can be; everything that is drawn at random takes part. */
    private static final RunConfig.Network NARROW =
            new RunConfig.Network("resnet18", 16, "group", "scratch", "none", 64, 96, 16, 16, 1, "all");

    private static final RunConfig.Sampling FEW = new RunConfig.Sampling(32, 50, 20, 16, 0.25, 5, 0.05, 0.5);

    /** As wide as networks are, at a size where every kind of convolution and all threads are used. */
    private static final RunConfig.Network WIDE =
            new RunConfig.Network("resnet50", 64, "frozen", "torchvision", "none", 192, 256, 256, 256, 4, "all");

    private static final RunConfig.Sampling MANY = new RunConfig.Sampling(256, 1000, 300, 256, 0.25, 20, 0.05, 0.5);

    private static final RunConfig QUICK = config(NARROW, FEW, "adamw", SEED);

    @TempDir
    Path folder;

    @Test
    @DisplayName("tell the same losses, scores and weights bit for bit; another seed tells others")
    void same() throws IOException {
        List<String> first = train(folder.resolve("first"), QUICK, new StopSignal());
        assertEquals(STEPS + 2 * 2 + 1, first.size(), first::toString);
        assertEquals(first, train(folder.resolve("second"), QUICK, new StopSignal()));
        List<String> other = train(folder.resolve("other"), config(NARROW, FEW, "adamw", SEED + 1), afterStep());
        assertNotEquals(first.get(0), other.get(0));
    }

    @Test
    @DisplayName("draw anew in each step: of one image, with weights that stay, no two steps tell the same")
    void drawsAnew() throws IOException {
        Files.createDirectories(folder);
        Sample fire = FireDrawing.write(folder, "fire.png", Polygon.of(30, 90, 50, 30, 80, 90));
        RunConfig config = new RunConfig(
                RunConfig.VERSION,
                "test",
                NARROW,
                FEW,
                new RunConfig.Optimization("sgd", 1, 3, 1, 1e-30, 0, 0, 0, "constant", 0),
                new Augmenting(0, 0, 0, 0),
                new RunConfig.Validation(1, 0),
                new RunConfig.Machine(2, SEED, "cpu"));
        Dataset dataset = new Dataset(new LabelMap(List.of("fire")), List.of(fire), List.of(), List.of());
        Set<String> told = new HashSet<>();
        TrainingJob job = new TrainingJob(config, dataset, RunFixture.folder(folder.resolve("run")));
        new MaskRcnnTrainer().train(job, new StopSignal(), event -> {
            if (event instanceof RunEvent.StepMeasured step) {
                told.add(bits(step.losses()));
            }
        });
        assertEquals(3, told.size(), told::toString);
    }

    @ParameterizedTest
    @Tag("full")
    @CsvSource({"batch, sgd, all", "batch, adamw, 4+", "frozen, sgd, heads"})
    @DisplayName("are the same where one of them stopped after its first step and went on, whatever learns and how")
    void resumed(String norm, String optimizer, String stages) throws IOException {
        RunConfig config = config(
                new RunConfig.Network("resnet18", 16, norm, "scratch", "none", 64, 96, 16, 16, 1, stages),
                FEW,
                optimizer,
                SEED);
        List<String> whole = train(folder.resolve("whole"), config, new StopSignal());
        List<String> parts = train(folder.resolve("parts"), config, afterStep());
        assertEquals(2, parts.size(), "a step and the model");
        List<String> rest = train(folder.resolve("parts"), config, new StopSignal());
        assertEquals(whole.get(0), parts.get(0));
        assertEquals(whole.subList(1, whole.size()), rest);
    }

    private static StopSignal afterStep() {
        StopSignal stop = new StopSignal();
        stop.stopAfterStep();
        return stop;
    }

    @Test
    @Tag("full")
    @DisplayName("in two processes, with a network of full width, tell the same losses bit for bit")
    void processes() throws Exception {
        List<String> first = fork("first");
        assertEquals(STEPS + 2 * 2 + 1, first.size(), first::toString);
        assertEquals(first, fork("second"));
    }

    private List<String> fork(String name) throws Exception {
        List<String> arguments = List.of(folder.resolve(name).toString());
        return OwnProcess.lines(folder, name, SETTINGS, SameSeedTest.class, arguments).stream()
                .filter(line -> line.startsWith("= "))
                .toList();
    }

    /** Trains the wide network in the folder named and prints what it told. */
    public static void main(String[] arguments) throws IOException {
        train(Path.of(arguments[0]), config(WIDE, MANY, "adamw", SEED), new StopSignal())
                .forEach(line -> System.out.println("= " + line));
    }

    private static RunConfig config(
            RunConfig.Network network, RunConfig.Sampling sampling, String optimizer, long seed) {
        return new RunConfig(
                RunConfig.VERSION,
                "test",
                network,
                sampling,
                new RunConfig.Optimization(optimizer, 2, STEPS / 2, 2, 1e-3, 0.9, 0.01, 2, "cosine", 5),
                new Augmenting(0.5, 0.2, 0.5, 0.4),
                new RunConfig.Validation(1, 0),
                new RunConfig.Machine(2, seed, "cpu"));
    }

    /** The bits of the losses of each step and epoch, and the hash of the model. */
    private static List<String> train(Path folder, RunConfig config, StopSignal stop) throws IOException {
        Files.createDirectories(folder);
        Sample fire = FireDrawing.write(folder, "fire.png", Polygon.of(30, 90, 50, 30, 80, 90));
        Sample ember = FireDrawing.write(folder, "ember.png", Polygon.of(90, 90, 120, 40, 140, 90));
        Dataset dataset = new Dataset(new LabelMap(List.of("fire")), List.of(fire, ember), List.of(fire), List.of());
        RunDirectory run = RunFixture.folder(folder.resolve("run"));
        List<String> told = new ArrayList<>();
        new MaskRcnnTrainer().train(new TrainingJob(config, dataset, run), stop, event -> {
            if (event instanceof RunEvent.StepMeasured step) {
                told.add(bits(step.losses()));
            } else if (event instanceof RunEvent.EpochMeasured epoch) {
                told.add(bits(epoch.training()));
                told.add(bits(epoch.validation().orElseThrow()) + " " + epoch.scores());
            }
        });
        told.add(Sha256.of(run.weights()));
        return told;
    }

    private static String bits(LossBreakdown losses) {
        return Double.toHexString(losses.objectness())
                + " " + Double.toHexString(losses.rpnBoxRegression())
                + " " + Double.toHexString(losses.classifier())
                + " " + Double.toHexString(losses.boxRegression())
                + " " + Double.toHexString(losses.mask());
    }
}
