package io.flamemark.journey;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.flamemark.cli.Cli;
import io.flamemark.cli.ExitCode;
import io.flamemark.cli.Ports;
import io.flamemark.cli.SmallProject;
import io.flamemark.host.InProcessRunHost;
import io.flamemark.host.WorkerTimes;
import io.flamemark.journey.BadFiles.BadProject;
import io.flamemark.maskrcnn.infer.MaskRcnnDetectors;
import io.flamemark.maskrcnn.train.MaskRcnnTrainer;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Bad input at the command line")
class BadInputAtTheCommandLineTest {

    private static final Ports PORTS = new Ports(
            () -> new InProcessRunHost(new MaskRcnnTrainer(), WorkerTimes.standard()),
            MaskRcnnDetectors::new,
            project -> ExitCode.OK,
            Optional::empty);

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(List<String> options, Object... arguments) {
        out.reset();
        err.reset();
        List<String> words = new ArrayList<>();
        List.of(arguments).forEach(argument -> words.add(argument.toString()));
        words.addAll(options);
        return Cli.run(PORTS, stream(out), stream(err), words.toArray(String[]::new));
    }

    private int run(Object... arguments) {
        return run(List.of(), arguments);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    /** What was said on standard error; never where in the program. */
    private String err() {
        String text = err.toString(StandardCharsets.UTF_8);
        assertFalse(text.contains("\tat ") || text.contains("Exception"), text);
        return text;
    }

    private void assertTold(String text, String... parts) {
        for (String part : parts) {
            assertTrue(text.contains(part), "\"" + part + "\" in: " + text);
        }
    }

    private static List<String> tiny() {
        List<String> options = new ArrayList<>();
        TinyTraining.settings(1, 1).forEach((name, value) -> options.addAll(List.of("--set", name + "=" + value)));
        return options;
    }

    @Test
    @DisplayName("check and train of a project that cannot be read: exit code 3, file and place")
    void badProjects() throws Exception {
        Path good = SmallProject.in(folder.resolve("good"));
        for (BadProject project : BadFiles.projects(folder, good)) {
            for (String command : List.of("check", "train")) {
                assertEquals(ExitCode.FAILED, run(command, project.file()));
                assertTold(err(), "flamemark: " + project.file());
                assertTold(err(), project.told().toArray(String[]::new));
                assertEquals("", out());
            }
        }
        assertTrue(Files.notExists(folder.resolve("runs")), "nothing was begun");
    }

    @Test
    @DisplayName("check names every bad image and the polygon of two points: exit code 1")
    void checkOfBadImages() throws Exception {
        Path bad = BadFiles.projectWithBadImages(folder.resolve("bad"));
        assertEquals(ExitCode.FINDINGS, run("check", bad));
        assertTold(out(), "missing.png", "corrupt.jpg", "huge.png", "60000x60000", "polygon with 2 points");
    }

    @Test
    @DisplayName("train and predict go on without the bad images and name them; the project is not written")
    void trainAndPredictWithBadImages() throws Exception {
        Path bad = BadFiles.projectWithBadImages(folder.resolve("bad"));
        byte[] before = Files.readAllBytes(bad);
        Path run = folder.resolve("run");
        assertEquals(ExitCode.OK, run(tiny(), "train", bad, "--run", run), () -> err());
        assertTold(err(), "missing.png", "corrupt.jpg", "huge.png", "Region 2 of train-0.png has 2 of the 3 points");
        assertEquals(-1, Files.mismatch(bad, run.resolve("labels.json")));
        assertArrayEquals(before, Files.readAllBytes(bad));

        int code = run("predict", "--weights", run, bad.getParent(), "--out", folder.resolve("found"));
        assertEquals(ExitCode.FINDINGS, code, () -> err());
        assertTold(err(), "corrupt.jpg: not an image", "huge.png: 60000x60000 pixels");
        assertTold(out(), "in 10 images");
    }

    @Test
    @DisplayName("a project without one good image cannot train: exit code 3 and why")
    void noGoodImage() throws Exception {
        Path bad = BadFiles.projectWithBadImages(folder.resolve("bad"));
        for (int i = 0; i < 10; i++) {
            Files.delete(bad.resolveSibling((i < 6 ? "train-" : i < 9 ? "val-" : "test-") + i + ".png"));
        }
        assertEquals(ExitCode.FAILED, run(tiny(), "train", bad));
        assertTold(err(), "no image to train on");
    }

    @Test
    @DisplayName("predict without weights or images that can be used: exit code 3, the file and why")
    void predictWithoutWeights() throws Exception {
        Path image = SmallProject.in(folder.resolve("good")).resolveSibling("train-0.png");
        Path found = folder.resolve("found");
        assertEquals(ExitCode.FAILED, run("predict", "--weights", folder.resolve("no-run"), image, "--out", found));
        assertTold(err(), folder.resolve("no-run").toString(), "there is no such file or folder");
        Path noise =
                Files.writeString(Files.createDirectory(folder.resolve("m")).resolve("weights.safetensors"), "w");
        assertEquals(ExitCode.FAILED, run("predict", "--weights", noise.getParent(), image, "--out", found));
        assertTold(err(), "model-card.json", "is missing");
        assertEquals(ExitCode.FAILED, run("predict", "--weights", noise, folder.resolve("no.png"), "--out", found));
        assertTold(err(), folder.resolve("no.png") + ": there is no such file");
        assertEquals(ExitCode.USAGE, run("predict", image, "--out", found));
        assertTold(err(), "--weights");
    }

    @Test
    @DisplayName("settings that do not exist or cannot be: exit code 2, and no run is begun")
    void impossibleSettings() throws Exception {
        Path good = SmallProject.in(folder.resolve("good"));
        assertEquals(ExitCode.USAGE, run("train", good, "--set", "network.minsize=64"));
        assertTold(err(), "There is no setting \"network.minsize\"");
        assertEquals(ExitCode.USAGE, run("train", good, "--preset", "fast"));
        assertTold(err(), "There is no preset \"fast\"");
        assertEquals(ExitCode.USAGE, run("train", good, "--set", "optimization.batchSize=0"));
        assertTold(err(), "batchSize has to be at least 1, not 0");
        assertEquals(ExitCode.USAGE, run("train", good, "--backbone", "resnet19"));
        assertTold(err(), "resnet19");
        assertEquals(ExitCode.USAGE, run("train", good, "--set", "network.fpnChannels=17"));
        assertTold(err(), "has to be a multiple of 16");
        assertEquals(ExitCode.USAGE, run(tiny(), "train", good, "--device", "gpu"));
        assertTold(err(), "auto takes a graphics card");
        assertTrue(Files.notExists(good.resolveSibling("runs")), "nothing was begun");
    }

    @Test
    @DisplayName("weights that are not there: exit code 3 and a sentence")
    void impossibleTrainings() throws Exception {
        Path good = SmallProject.in(folder.resolve("good"));
        Path weights = folder.resolve("no.safetensors");
        assertEquals(ExitCode.FAILED, run(tiny(), "train", good, "--weights", weights));
        assertTold(err(), weights + ": there is no such file");
    }
}
