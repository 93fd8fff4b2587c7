package io.flamemark.maskrcnn.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.flamemark.augment.Augmenter;
import io.flamemark.augment.SampleReader;
import io.flamemark.dataset.Dataset;
import io.flamemark.dataset.LabelMap;
import io.flamemark.dataset.Sample;
import io.flamemark.geometry.Polygon;
import io.flamemark.maskrcnn.TinyNetwork;
import io.flamemark.maskrcnn.backbone.ImageSize;
import io.flamemark.maskrcnn.infer.MaskRcnnDetectors;
import io.flamemark.maskrcnn.ops.Precision;
import io.flamemark.maskrcnn.ops.PretendedCard;
import io.flamemark.maskrcnn.ops.TorchRuntime;
import io.flamemark.run.Augmenting;
import io.flamemark.run.ConfigOverride;
import io.flamemark.run.Detector;
import io.flamemark.run.ResumePoint;
import io.flamemark.run.RunConfig;
import io.flamemark.run.RunDirectory;
import io.flamemark.run.RunEvent;
import io.flamemark.run.RunFiles;
import io.flamemark.run.RunFixture;
import io.flamemark.run.RunState;
import io.flamemark.run.StopSignal;
import io.flamemark.run.TrainingException;
import io.flamemark.run.TrainingJob;
import io.flamemark.weights.TensorFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MaskRcnnTrainerTest {

    /** A quarter of the usual width: quick to train and to write. */
    private static final RunConfig.Network NETWORK =
            new RunConfig.Network("resnet18", 16, "group", "scratch", "none", 64, 64, 32, 32, 1, "all");

    @TempDir
    Path folder;

    private Dataset dataset;
    private final List<RunEvent> events = new ArrayList<>();

    @BeforeEach
    void draw() throws IOException {
        Sample fire = FireDrawing.write(folder, "fire.png", Polygon.of(30, 90, 50, 30, 80, 90));
        Sample none = FireDrawing.write(folder, "none.png");
        dataset = new Dataset(new LabelMap(List.of("fire")), List.of(fire, none), List.of(fire), List.of());
    }

    @Test
    void tellsItsStoryAndLeavesAModel() throws IOException {
        RunEvent.Ended ended = train("run", config(4, 1), new StopSignal(), events::add);

        assertEquals(RunState.FINISHED, ended.state());
        assertEquals(
                new RunEvent.Started("run", 2, 1, 4, 1, ((RunEvent.Started) events.get(0)).parameters()),
                events.get(0));
        assertEquals(
                4,
                events.stream().filter(RunEvent.StepMeasured.class::isInstance).count());
        List<RunEvent.EpochMeasured> epochs = epochs();
        assertEquals(4, epochs.size());
        assertTrue(
                epochs.get(0).best() && epochs.get(0).validation().orElseThrow().isFinite());
        assertEquals(ended, events.get(events.size() - 1));

        RunDirectory run = run("run");
        assertTrue(Files.exists(run.checkpoint(4).resolve("optimizer.safetensors")));
        assertFalse(Files.exists(run.checkpoint(3).resolve("optimizer.safetensors")), "only the newest can go on");
        int best = ended.bestEpoch();
        for (Path weights : List.of(run.weights(), run.checkpoint(4).resolve(RunDirectory.WEIGHTS))) {
            try (TensorFile file = TensorFile.open(weights)) {
                assertEquals("fire", file.metadata().get(TensorFile.CLASSES), "a later run may keep its heads");
            }
        }
        assertEquals(best, RunFiles.modelCard(run.modelCard()).epoch());
        assertTrue(best == 1 || !Files.exists(run.checkpoint(1)), "the last three and the best are kept");
        try (Detector detector = new MaskRcnnDetectors().open(run.root())) {
            assertEquals(List.of("fire"), detector.labels().classes());
            assertTrue(detector.detect(dataset.train().get(0).image(), 0).size() <= 5);
        }
    }

    @Test
    void aStopInTheFirstEpochStillLeavesAModel() throws IOException {
        StopSignal stop = new StopSignal();
        stop.stopAfterStep();
        RunEvent.Ended ended = train("run", config(2, 5), stop, events::add);
        assertEquals(RunState.STOPPED, ended.state());
        assertEquals(0, ended.bestEpoch());
        assertEquals(
                1,
                events.stream().filter(RunEvent.StepMeasured.class::isInstance).count());
        new MaskRcnnDetectors().open(run("run").root()).close();
    }

    @Test
    void aModelLooksWhereItsTrainingWasToldToCompute() throws IOException {
        train("run", config(1, 1), new StopSignal(), event -> {});
        try (PretendedCard card = new PretendedCard()) {
            try (Detector detector = new MaskRcnnDetectors().open(run("run").root())) {
                assertFalse(TorchRuntime.isOnCard(), "the run's device is cpu");
                detector.detect(dataset.train().get(0).image(), 0);
            }
        }
        try (PretendedCard card = new PretendedCard()) {
            new MaskRcnnDetectors().open(run("run").root(), Optional.of("cpu")).close();
            assertFalse(TorchRuntime.isOnCard());
        }
    }

    @Test
    void aPauseIsAStopThatSaysSo() throws IOException {
        StopSignal stop = new StopSignal();
        stop.pause();
        RunEvent.Ended ended = train("run", config(2, 5), stop, events::add);
        assertEquals(RunState.PAUSED, ended.state());
        ResumePoint point = ResumePoint.of(run("run")).orElseThrow();
        assertEquals(1, point.step(), "it goes on from the step it paused at");
        String precision = Precision.forTraining("auto", Optional.empty()).title();
        assertEquals(Optional.of(precision), Checkpoints.precisionOf(point), "and with the precision it had");
    }

    @Test
    void aPauseDuringTheValidationDoesNotWaitForItsEnd() throws IOException {
        StopSignal stop = new StopSignal();
        Sample fire = dataset.validation().get(0);
        Dataset whole = dataset;
        dataset = new Dataset(whole.labels(), whole.train(), Collections.nCopies(300, fire), List.of());
        RunEvent.Ended paused = train("run", config(1, 2), stop, event -> {
            events.add(event);
            if (event instanceof RunEvent.StepMeasured measured && measured.step() == 2) {
                CompletableFuture.delayedExecutor(100, TimeUnit.MILLISECONDS).execute(stop::pause);
            }
        });
        assertEquals(RunState.PAUSED, paused.state());
        assertEquals(List.of(), epochs(), "the epoch is told when it was validated");
        ResumePoint point = ResumePoint.of(run("run")).orElseThrow();
        assertEquals(List.of(0, 2), List.of(point.epoch(), point.step()));

        dataset = whole;
        RunEvent.Ended ended = train("run", config(1, 2), new StopSignal(), events::add);
        assertEquals(RunState.FINISHED, ended.state());
        assertEquals(1, epochs().size());
        RunEvent.EpochMeasured resumed = epochs().get(0);
        assertEquals(1, resumed.epoch());

        events.clear();
        train("other", config(1, 2), new StopSignal(), events::add);
        assertEquals(epochs().get(0).training(), resumed.training(), "as without the pause");
        assertEquals(epochs().get(0).validation(), resumed.validation());
    }

    @Test
    void moreEpochsGoOnWhereTheShorterRunEnded() throws IOException {
        train("run", config(1, 2), new StopSignal(), event -> {});
        RunEvent.Ended ended = train("run", config(2, 2), new StopSignal(), events::add);
        assertEquals(RunState.FINISHED, ended.state());
        assertEquals(
                List.of(3, 4),
                events.stream()
                        .filter(RunEvent.StepMeasured.class::isInstance)
                        .map(event -> ((RunEvent.StepMeasured) event).step())
                        .toList());
    }

    @Test
    void aRunThatGoesOnInAnotherPrecisionSaysSo() throws IOException {
        train("run", in("bfloat16", config(1, 1)), new StopSignal(), events::add);
        train("run", in("bfloat16", config(2, 1)), new StopSignal(), events::add);
        assertEquals(List.of(), notices(), "the same precision again");
        train("run", in("float32", config(3, 1)), new StopSignal(), events::add);
        assertEquals(1, notices().size(), notices()::toString);
        assertTrue(notices().get(0).contains("begun with numbers of the precision bfloat16 and goes on with float32"));
    }

    private static RunConfig in(String precision, RunConfig config) {
        return ConfigOverride.parse("machine.precision=" + precision).applyTo(config);
    }

    @Test
    void whatABrokenOffCheckpointLeftIsDeleted() throws IOException {
        Path left = Files.createDirectories(run("run").checkpoints().resolve("step-0000470.tmp"));
        Files.writeString(left.resolve(RunDirectory.WEIGHTS), "half");
        train("run", config(1, 1), new StopSignal(), event -> {});
        assertFalse(Files.exists(left));
    }

    @Test
    void aCheckpointOfANewerVersionIsNotGoneOnFrom() throws IOException {
        train("run", config(1, 1), new StopSignal(), event -> {});
        Path state = run("run").checkpoint(1).resolve(ResumePoint.STATE);
        Files.writeString(state, Files.readString(state).replaceFirst("\"version\": \\d+", "\"version\": 99"));
        IOException refusal =
                assertThrows(IOException.class, () -> train("run", config(2, 1), new StopSignal(), event -> {}));
        assertTrue(refusal.getMessage().contains("newer"), refusal.getMessage());
    }

    @Test
    void numbersThatAreNoLongerFiniteEndTheRunAndNameTheImages() {
        TrainingException failure =
                assertThrows(TrainingException.class, () -> train("run", wild(30), new StopSignal(), event -> {}));
        assertTrue(
                failure.getMessage().matches(".*in step \\d+ at the images (fire|none)\\.png\\..*"),
                failure.getMessage());
    }

    @Test
    void anEpochThatEndsWithoutFiniteNumbersIsNotKept() {
        TrainingException failure =
                assertThrows(TrainingException.class, () -> train("run", wild(1), new StopSignal(), events::add));
        assertTrue(failure.getMessage().contains("at the validation image fire.png."), failure.getMessage());
        assertTrue(events.stream().noneMatch(RunEvent.EpochMeasured.class::isInstance), events::toString);
        assertFalse(Files.exists(run("run").checkpoint(1)), "nothing to go on from");
        assertFalse(Files.exists(run("run").weights()), "no model");
    }

    /** Its first step ruins the weights. */
    private static RunConfig wild(int stepsPerEpoch) {
        return new RunConfig(
                RunConfig.VERSION,
                "test",
                NETWORK,
                TinyNetwork.SAMPLING,
                new RunConfig.Optimization("sgd", 1, stepsPerEpoch, 1, 1e30, 0.9, 0, 0, "constant", 0),
                new Augmenting(0, 0, 0, 0),
                new RunConfig.Validation(1, 0),
                new RunConfig.Machine(1, 1, "cpu"));
    }

    @Test
    void refusesToTrainOnNothing() {
        dataset = new Dataset(dataset.labels(), List.of(), dataset.validation(), List.of());
        assertThrows(TrainingException.class, () -> train("run", config(1, 1), new StopSignal(), event -> {}));
    }

    @Test
    void saysWhichSettingCannotBeUsed() {
        RunConfig config = ConfigOverride.parse("network.fpnChannels=17").applyTo(config(1, 1));
        TrainingException failure =
                assertThrows(TrainingException.class, () -> train("run", config, new StopSignal(), event -> {}));
        assertTrue(failure.getMessage().contains("network.fpnChannels"), failure.getMessage());
    }

    @Test
    void warnsWithoutValidationImagesAndKeepsTheLastEpoch() throws IOException {
        dataset = new Dataset(dataset.labels(), dataset.train(), List.of(), List.of());
        RunEvent.Ended ended = train("run", config(2, 1), new StopSignal(), events::add);
        assertEquals(2, ended.bestEpoch());
        assertTrue(ended.message().endsWith(" Epoch 2 is kept; none was validated."), ended.message());
        assertTrue(events.get(1) instanceof RunEvent.Notice notice && notice.level() == RunEvent.Level.WARNING);
    }

    @Test
    void leavesOutImagesThatAreDamagedAndNamesThem() throws IOException {
        Sample cut = FireDrawing.write(folder, "cut.png");
        List<Sample> train =
                List.of(dataset.train().get(0), cut, dataset.train().get(1));
        dataset = new Dataset(dataset.labels(), train, List.of(cut, train.get(0)), List.of());
        cutInHalf(cut);
        RunEvent.Ended ended = train("run", config(1, 2), new StopSignal(), events::add);

        assertEquals(RunState.FINISHED, ended.state());
        RunEvent.Started started = (RunEvent.Started) events.get(0);
        assertEquals(List.of(2, 1), List.of(started.trainImages(), started.validationImages()));
        List<String> notices = notices().stream()
                .filter(notice -> notice.startsWith("Left out"))
                .toList();
        assertEquals(2, notices.size(), notices::toString);
        assertTrue(notices.get(0).startsWith("Left out of the training images: " + cut.image()), notices.get(0));
        assertTrue(notices.get(1).startsWith("Left out of the validation images: " + cut.image()), notices.get(1));
    }

    @Test
    void anImageFoundDamagedLaterIsPassedOver() throws IOException {
        List<Sample> samples = dataset.train();
        cutInHalf(samples.get(0));
        SampleCache cache = new SampleCache(new SampleReader(NETWORK)::spacious, "training images");
        BatchOrder order = new BatchOrder(samples, 2, 1, sample -> new ImageSize(sample.width(), sample.height()));
        List<Example> batch = new BatchMaker(order, 1, cache, new Augmenter(config(1, 1))).batch(1);
        assertEquals(
                List.of("none.png", "none.png"), batch.stream().map(Example::id).toList());
        assertEquals(1, cache.leftOut().size());
        assertTrue(cache.leftOut().isEmpty(), "told once");
    }

    @Test
    void refusesToTrainWhereNoImageCanBeRead() throws IOException {
        for (Sample sample : dataset.train()) {
            cutInHalf(sample);
        }
        TrainingException failure =
                assertThrows(TrainingException.class, () -> train("run", config(1, 1), new StopSignal(), event -> {}));
        assertTrue(failure.getMessage().contains("fire.png"), failure.getMessage());
    }

    private static void cutInHalf(Sample sample) throws IOException {
        byte[] whole = Files.readAllBytes(sample.image());
        Files.write(sample.image(), Arrays.copyOf(whole, whole.length / 2));
    }

    private List<RunEvent.EpochMeasured> epochs() {
        return events.stream()
                .filter(RunEvent.EpochMeasured.class::isInstance)
                .map(RunEvent.EpochMeasured.class::cast)
                .toList();
    }

    private List<String> notices() {
        return events.stream()
                .filter(RunEvent.Notice.class::isInstance)
                .map(event -> ((RunEvent.Notice) event).message())
                .toList();
    }

    private RunEvent.Ended train(String name, RunConfig config, StopSignal stop, Consumer<RunEvent> listener)
            throws IOException {
        return new MaskRcnnTrainer().train(new TrainingJob(config, dataset, run(name)), stop, listener);
    }

    private RunDirectory run(String name) {
        return RunFixture.folder(folder.resolve(name));
    }

    private static RunConfig config(int epochs, int stepsPerEpoch) {
        return new RunConfig(
                RunConfig.VERSION,
                "test",
                NETWORK,
                TinyNetwork.SAMPLING,
                new RunConfig.Optimization("adamw", epochs, stepsPerEpoch, 2, 1e-3, 0.9, 0.01, 2, "cosine", 5),
                new Augmenting(0.5, 0.2, 0.5, 0.4),
                new RunConfig.Validation(1, 0),
                new RunConfig.Machine(1, 1, "cpu"));
    }
}
