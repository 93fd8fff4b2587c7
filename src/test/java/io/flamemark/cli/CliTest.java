package io.flamemark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.flamemark.annotation.Project;
import io.flamemark.files.JsonObject;
import io.flamemark.files.JsonValue;
import io.flamemark.format.ProjectFile;
import io.flamemark.geometry.RunLengthMask;
import io.flamemark.host.InProcessRunHost;
import io.flamemark.host.ScriptedBackend;
import io.flamemark.host.ScriptedDetectors;
import io.flamemark.run.LoggedEvent;
import io.flamemark.run.ResumePoint;
import io.flamemark.run.RunDirectory;
import io.flamemark.run.RunEvent;
import io.flamemark.run.RunEventLog;
import io.flamemark.run.RunFiles;
import io.flamemark.run.RunFixture;
import io.flamemark.run.RunRecorder;
import io.flamemark.run.RunRequest;
import io.flamemark.run.RunState;
import io.flamemark.run.StopSignal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The command line")
class CliTest {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final List<Optional<Path>> windows = new ArrayList<>();
    private final List<Optional<String>> devices = new ArrayList<>();
    private Path project;

    private int run(Object... arguments) {
        Ports ports = new Ports(
                InProcessRunHost::scripted,
                () -> (weights, device) -> {
                    devices.add(device);
                    return new ScriptedDetectors().open(weights, device);
                },
                opened -> {
                    windows.add(opened);
                    return ExitCode.OK;
                },
                () -> Optional.of(project));
        out.reset();
        err.reset();
        String[] words = List.of(arguments).stream().map(Object::toString).toArray(String[]::new);
        return Cli.run(ports, stream(out), stream(err), words);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private JsonObject json() throws IOException {
        return JsonValue.parse("out", out()).asObject();
    }

    @BeforeEach
    void makeProject() throws IOException {
        project = SmallProject.in(folder.resolve("project"));
    }

    @Test
    @DisplayName("without a command, or with open, it opens the window")
    void window() {
        assertEquals(ExitCode.OK, run());
        assertEquals(ExitCode.OK, run("open", "a.json"));
        assertEquals(List.of(Optional.empty(), Optional.of(Path.of("a.json"))), windows);
    }

    @Test
    @DisplayName("wrong usage: exit code 2, one sentence and where to read more, on standard error only")
    void usage() {
        for (List<String> words : List.of(
                List.of("dance"),
                List.of("check"),
                List.of("check", project.toString(), "--loud"),
                List.of("evaluate", "--truth", "a.json"),
                List.of("predict", "a.png", "--weights", "w", "--out", folder.toString(), "--shard", "3/2"),
                List.of("synthesize", folder.toString(), "--size", "big"),
                List.of("train", project.toString(), "--set", "network.minsize=3"))) {
            assertEquals(ExitCode.USAGE, run(words.toArray()), words + err());
            assertTrue(err().startsWith("flamemark: "), err());
            assertEquals("", out());
        }
    }

    @Test
    @DisplayName("a project that cannot be read: exit code 3 and a sentence that names it")
    void badProjects() throws Exception {
        Path empty = Files.writeString(folder.resolve("empty.json"), "");
        Path cut = Files.writeString(
                folder.resolve("cut.json"), Files.readString(project).substring(0, 400));
        Path prose = Files.writeString(folder.resolve("prose.json"), "Dear diary");
        for (Path bad : List.of(folder.resolve("none.json"), empty, cut, prose)) {
            for (String command : List.of("check", "train")) {
                assertEquals(ExitCode.FAILED, run(command, bad), err());
                assertTrue(err().contains(bad.getFileName().toString()), err());
                assertFalse(err().contains("\tat "), err());
            }
        }
    }

    @Test
    @DisplayName("check counts, finds, and says by its exit code whether to look")
    void check() throws Exception {
        run("check", project, "--json");
        assertEquals(10, json().integer("images"));
        long regions = ProjectFile.open(project).project().regionCount();
        assertEquals(regions, json().integer("regions"));
        String spoiling = json().array("findings").toString();
        assertTrue(spoiling.contains("same-picture-in-two-splits"), "all of its pictures are alike: " + spoiling);

        Path copy = Files.createDirectories(folder.resolve("copy")).resolve("via_project.json");
        Files.copy(project, copy);
        Files.writeString(copy.resolveSibling("train-0.png"), "no picture");
        assertEquals(ExitCode.FINDINGS, run("check", copy, "--json"));
        String findings = json().array("findings").toString();
        assertTrue(findings.contains("image-unreadable") && findings.contains("image-missing"), findings);
        assertEquals(ExitCode.FINDINGS, run("check", copy));
        assertTrue(out().contains("train-0.png"), out());
    }

    @Test
    @DisplayName("names in a stranger's file command no terminal and fill no screen; machines get them whole")
    void hostileNames() throws Exception {
        String name = "\\u001b]0;owned\\u0007\\u009b2J\\r" + "x".repeat(5_000);
        Path file = Files.writeString(
                folder.resolve("names.json"),
                "{\"k\":{\"filename\":\"%s\",\"size\":1,\"regions\":[],\"file_attributes\":{}}}".formatted(name));
        run("check", file);
        assertTrue(out().contains("]0;owned"), out());
        assertFalse(out().matches("(?s).*[\u001b\u0007\u009b\r].*"), out());
        assertTrue(out().lines().allMatch(line -> line.length() < 800), out());
        assertTrue(out().contains("by its name beside the project; it is left out."), out());
        run("check", file, "--json");
        assertTrue(json().array("findings").toString().contains("x".repeat(5_000)), out());
    }

    @Test
    @DisplayName("the same seed gives the same bytes")
    void sameSeed() throws Exception {
        for (String name : List.of("one", "two")) {
            run("synthesize", folder.resolve(name), "--images", 1, "--seed", 4, "--size", "96x64", "--json");
            assertEquals(1, json().integer("images"));
        }
        try (var files = Files.list(folder.resolve("one"))) {
            for (Path file : files.toList()) {
                assertEquals(-1, Files.mismatch(file, folder.resolve("two").resolve(file.getFileName())), "" + file);
            }
        }
    }

    private Path config(String script) throws IOException {
        Path config = folder.resolve(script + ".json");
        RunFiles.write(config, RunFixture.config(script));
        return config;
    }

    @Test
    @DisplayName("train names the run on its first line, freezes what was asked for, and ends with its state")
    void train() throws Exception {
        int code = run(
                "train",
                project,
                "--run",
                folder.resolve("run"),
                "--config",
                config(ScriptedBackend.FINISHES),
                "--epochs",
                7,
                "--backbone",
                "resnet50",
                "--seed",
                11,
                "--set",
                "network.minSize=200");
        assertEquals(ExitCode.OK, code, err());
        RunDirectory run = new RunDirectory(Path.of(out().lines().findFirst().orElseThrow()));
        assertEquals(folder.resolve("run").toAbsolutePath(), run.root());
        assertEquals(7, RunFiles.config(run).optimization().epochs());
        assertEquals("resnet50", RunFiles.config(run).network().backbone());
        assertEquals(11, RunFiles.config(run).machine().seed());
        assertEquals(200, RunFiles.config(run).network().minSize());
        assertEquals(RunState.FINISHED, RunFiles.status(run).state());
        assertTrue(err().contains("epoch 1/2"), err());
        assertTrue(err().contains("1 training image and 1 validation image, 2 epochs of 3 steps"), err());
    }

    @Test
    @DisplayName("train tells first what would spoil the training, and does not begin without an outline")
    void warnings() throws Exception {
        run("train", project, "--run", folder.resolve("run"), "--config", config(ScriptedBackend.FINISHES));
        assertTrue(err().contains("Warning: val-6.png of the validation images looks the same as train-0.png"), err());
        assertTrue(err().contains("The same holds for 1 more picture."), err());
        assertTrue(err().indexOf("Warning:") < err().indexOf("epoch 1/2"), err());

        ProjectFile file = ProjectFile.open(project);
        Project bare = file.project()
                .withImages(file.project().images().stream()
                        .map(entry -> entry.withRegions(List.of()))
                        .toList());
        Path without = project.resolveSibling("bare.json");
        ProjectFile.create(without, bare);
        int code = run("train", without, "--run", folder.resolve("none"), "--config", config(ScriptedBackend.FINISHES));
        assertEquals(ExitCode.FAILED, code);
        assertTrue(err().contains("No training image has an outline"), err());
        assertEquals("", out());
        assertFalse(Files.exists(folder.resolve("none")));
        assertEquals(ExitCode.OK, run("estimate", without, "--measure"), err());
        assertTrue(err().contains("Nothing was measured"), err());
    }

    @Test
    @DisplayName("train --json prints every event as a line of JSON, the run first")
    void trainJson() throws Exception {
        run("train", project, "--run", folder.resolve("run"), "--config", config(ScriptedBackend.FINISHES), "--json");
        List<String> types = new ArrayList<>();
        for (String line : out().lines().toList()) {
            types.add(JsonValue.parse("out", line).asObject().string("type"));
        }
        assertEquals(
                List.of("run", "started", "stepMeasured", "machineMeasured", "epochMeasured", "stepMeasured", "ended"),
                types);
    }

    @Test
    @DisplayName("a training that fails: exit code 3 and the trainer's sentence")
    void trainFails() throws Exception {
        int code = run("train", project, "--run", folder.resolve("run"), "--config", config(ScriptedBackend.BAD_INPUT));
        assertEquals(ExitCode.FAILED, code);
        assertTrue(err().contains("b.png: the image cannot be read."), err());
    }

    @Test
    @DisplayName("where memory was short, train says what would take less")
    void lessMemory() throws Exception {
        Path config = config(ScriptedBackend.NO_MEMORY);
        run("train", project, "--run", folder.resolve("run"), "--config", config, "--set", "optimization.batchSize=4");
        assertTrue(err().contains("Training ran out of memory."), err());
        assertTrue(err().contains("--set optimization.batchSize=2 --set tuning.accumulate=2"), err());
    }

    @Test
    @DisplayName("train --resume goes on in the run's directory, with its own data and configuration")
    void trainResume() throws Exception {
        Path directory = folder.resolve("run");
        run("train", project, "--run", directory, "--config", config(ScriptedBackend.FAILS));
        RunDirectory run = new RunDirectory(directory);
        assertEquals(RunState.FAILED, RunFiles.status(run).state());
        RunFiles.write(run.config(), RunFixture.config(ScriptedBackend.FINISHES));

        assertEquals(ExitCode.OK, run("train", "--resume", directory), err());
        assertEquals(directory.toAbsolutePath().toString(), out().strip());
        assertTrue(err().contains("broke off before its first checkpoint"), err());
        assertEquals(RunState.FINISHED, RunFiles.status(run).state());
        List<Integer> steps = RunEventLog.read(run.events()).stream()
                .map(LoggedEvent::event)
                .filter(RunEvent.StepMeasured.class::isInstance)
                .map(event -> ((RunEvent.StepMeasured) event).step())
                .toList();
        assertEquals(List.of(1, 2), steps, "no step twice");

        assertEquals(ExitCode.FAILED, run("train", "--resume", directory));
        assertTrue(err().contains("has finished"), err());
        assertEquals(ExitCode.FAILED, run("train", "--resume", folder.resolve("none")));
        assertTrue(err().contains("is no training run"), err());
    }

    @Test
    @DisplayName("train takes a project or a run to go on with, not both and not neither")
    void trainResumeAlone() {
        for (List<Object> words : List.<List<Object>>of(
                List.of("train"),
                List.of("train", project, "--resume", folder),
                List.of("train", "--resume", folder, "--seed", 3),
                List.of("train", "--resume", folder, "--preset", "best"))) {
            assertEquals(ExitCode.USAGE, run(words.toArray()), words + err());
            assertTrue(err().contains("--resume RUN"), err());
        }
    }

    @Test
    @DisplayName("a finished run trains on when it is given more epochs, and only then")
    void trainExtend() throws Exception {
        Path directory = folder.resolve("run");
        run("train", project, "--run", directory, "--config", config(ScriptedBackend.FINISHES));
        RunDirectory run = new RunDirectory(directory);
        Path checkpoint = Files.createDirectories(run.checkpoint(1));
        Files.writeString(checkpoint.resolve(ResumePoint.OPTIMIZER), "");
        Files.writeString(checkpoint.resolve(ResumePoint.STATE), "{\"epoch\":1,\"step\":1}");

        assertEquals(ExitCode.FAILED, run("train", "--resume", directory, "--epochs", 2));
        assertTrue(err().contains("planned for 2 epochs already"), err());
        assertEquals(ExitCode.OK, run("train", "--resume", directory, "--epochs", 7), err());
        assertEquals(7, RunFiles.config(run).optimization().epochs());
        assertEquals(RunState.FINISHED, RunFiles.status(run).state());
        assertTrue(Files.readString(run.log()).contains("Extended from 2 to 7 epochs"));
    }

    @Test
    @DisplayName("stop leaves a request for a training under way, and refuses what is none")
    void stop() throws Exception {
        RunDirectory run = RunFixture.job(folder, "quick").directory();
        assertEquals(ExitCode.FAILED, run("stop", run.root()));
        assertTrue(err().contains("is not in training"), err());
        assertEquals(ExitCode.FAILED, run("stop", folder));
        assertTrue(err().contains("is no training run"), err());
        try (RunRecorder recorder = RunRecorder.open(run, Clock.systemUTC())) {
            recorder.record(new RunEvent.Started("r", 1, 1, 2, 3, 4));
        }
        assertEquals(ExitCode.USAGE, run("stop", run.root(), "--pause", "--after-epoch"));
        assertEquals(ExitCode.OK, run("stop", run.root(), "--pause"), err());
        assertEquals(Optional.of(StopSignal.When.PAUSE), RunRequest.take(run));
    }

    private Path weights() throws IOException {
        return Files.writeString(folder.resolve("w.safetensors"), "w");
    }

    @Test
    @DisplayName("predict writes results, images, a VIA project, areas and overlays that fit together")
    void predict() throws Exception {
        Path target = folder.resolve("found");
        int code = run("predict", "--weights", weights(), project.getParent(), "--out", target, "--json");
        assertEquals(ExitCode.OK, code, err());
        assertEquals(10, json().integer("detections"));

        JsonObject mask = read(target.resolve("coco_results.json"))
                .asArray()
                .get(0)
                .asObject()
                .object("segmentation");
        int height = mask.array("size").get(0).asInt();
        int width = mask.array("size").get(1).asInt();
        assertEquals(
                ScriptedDetectors.SEEN.all().get(0).mask(),
                RunLengthMask.decode(mask.string("counts"), width, height).toMask());
        JsonObject images = read(target.resolve("coco_images.json")).asObject();
        assertEquals(10, images.array("images").size());
        assertEquals("fire", images.array("categories").get(0).asObject().string("name"));
        assertEquals(11, Files.readAllLines(target.resolve("areas.csv")).size());
        assertEquals(
                10,
                ProjectFile.open(target.resolve("via_project.json"))
                        .project()
                        .images()
                        .size());
        try (var overlays = Files.list(target.resolve("overlays"))) {
            assertEquals(10, overlays.count());
        }
    }

    @Test
    @DisplayName("predict and evaluate compute where the model's training did, or where they are told to")
    void device() throws Exception {
        List<Object> predict =
                List.of("predict", "--weights", weights(), project.getParent(), "--out", folder.resolve("found"));
        assertEquals(ExitCode.OK, run(predict.toArray()), err());
        List<Object> onProcessor = new ArrayList<>(predict);
        onProcessor.addAll(List.of("--device", "cpu"));
        assertEquals(ExitCode.OK, run(onProcessor.toArray()), err());
        run("evaluate", project, "--weights", weights(), "--split", "all", "--device", "auto");
        assertEquals(List.of(Optional.empty(), Optional.of("cpu"), Optional.of("auto")), devices);
        onProcessor.set(onProcessor.size() - 1, "toaster");
        assertEquals(ExitCode.USAGE, run(onProcessor.toArray()));
        assertTrue(err().contains("auto or cpu, not toaster"), err());
    }

    @Test
    @DisplayName("shards of a prediction part the images; the threshold and the maximum hold")
    void shards() throws Exception {
        int[] counts = new int[3];
        for (int i = 0; i < 3; i++) {
            run(
                    "predict",
                    "--weights",
                    weights(),
                    project.getParent(),
                    "--out",
                    folder.resolve("s" + i),
                    "--shard",
                    (i + 1) + "/3",
                    "--json");
            counts[i] = json().integer("images");
        }
        assertEquals(List.of(4, 3, 3), List.of(counts[0], counts[1], counts[2]));
        run(
                "predict",
                "--weights",
                weights(),
                project.getParent(),
                "--out",
                folder.resolve("t"),
                "--threshold",
                0.9,
                "--json");
        assertEquals(0, json().integer("detections"));
    }

    @Test
    @DisplayName("an image that cannot be read is named; the others are looked at")
    void predictBroken() throws Exception {
        Path broken = Files.writeString(folder.resolve("x.jpg"), "no picture");
        Path good = project.resolveSibling("train-0.png");
        int code = run("predict", "--weights", weights(), broken, good, "--out", folder.resolve("o"), "--json");
        assertEquals(ExitCode.FINDINGS, code);
        assertTrue(err().contains("x.jpg"), err());
        assertEquals(1, json().integer("images"));
    }

    @ParameterizedTest
    @CsvSource({"full-card.png, For this model and image the memory of the", "full-heap.png, Java ran out of memory."})
    @DisplayName("where memory is too short to look, a sentence says so and what to do")
    void predictWithoutMemory(String name, String told) throws Exception {
        Path image = Files.copy(project.resolveSibling("train-0.png"), folder.resolve(name));
        assertEquals(ExitCode.FAILED, run("predict", "--weights", weights(), image, "--out", folder.resolve("o")));
        assertTrue(err().contains("flamemark: " + told), err());
        assertFalse(err().contains("unexpected"), err());
    }

    @Test
    @DisplayName("evaluate --json has the thirteen figures for masks and boxes; a missing model is named")
    void evaluate() throws Exception {
        assertEquals(ExitCode.OK, run("evaluate", "--weights", weights(), project, "--split", "all", "--json"), err());
        for (String kind : List.of("mask", "box")) {
            assertEquals(13, json().object(kind).size());
            assertEquals(0, json().object(kind).number("AP50"), 0.01);
        }
        run("evaluate", "--weights", weights(), project, "--iou", "box");
        assertTrue(out().contains("meanIoU") && !out().contains("mask"), out());
    }

    @Test
    @DisplayName("a file of results that repeats the truth scores 1 in full")
    void evaluateFiles() throws Exception {
        String box = "\"bbox\":[10,10,20,20]";
        String square = "\"segmentation\":[[10,10,30,10,30,30,10,30]]";
        Path truth = Files.writeString(
                folder.resolve("truth.json"),
                "{\"images\":[{\"id\":1,\"width\":60,\"height\":50}],\"categories\":[{\"id\":1,\"name\":\"fire\"}],"
                        + "\"annotations\":[{\"id\":1,\"image_id\":1,\"category_id\":1,\"area\":400,\"iscrowd\":0,"
                        + box + "," + square + "}]}");
        Path results = Files.writeString(
                folder.resolve("results.json"),
                "[{\"image_id\":1,\"category_id\":1,\"score\":0.9," + box + "," + square + "}]");
        assertEquals(ExitCode.OK, run("evaluate", "--truth", truth, "--predictions", results, "--json"), err());
        assertEquals(1, json().object("mask").number("AP"), 1e-12);
        assertEquals(1, json().object("box").number("meanIoU"), 1e-12);
        assertEquals(-1, json().object("box").number("APl"));

        Files.writeString(results, "[{\"image_id\":9,\"category_id\":1,\"score\":0.9," + square + "}]");
        assertEquals(ExitCode.FAILED, run("evaluate", "--truth", truth, "--predictions", results));
        assertTrue(err().contains("results.json, line 1") && err().contains("no image 9"), err());
    }

    @Test
    @DisplayName("firepixels measures every image")
    void firePixels() throws Exception {
        Path target = folder.resolve("fp");
        assertEquals(ExitCode.OK, run("firepixels", project.getParent(), "--out", target), err());
        assertEquals(11, Files.readAllLines(target.resolve("fire_pixels.csv")).size());
    }

    private static JsonValue read(Path file) throws IOException {
        return JsonValue.parse(file.toString(), Files.readString(file));
    }
}
