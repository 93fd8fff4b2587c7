package io.flamemark.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.flamemark.dataset.Dataset;
import io.flamemark.dataset.Instance;
import io.flamemark.dataset.LabelMap;
import io.flamemark.dataset.Sample;
import io.flamemark.geometry.Polygon;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("What a training will take")
class EstimateTest {

    private static final int HUGE = 1 << 20;
    private static final LossBreakdown LOSSES = new LossBreakdown(.1, .2, .3, .4, .5);

    @TempDir
    Path folder;

    private static Dataset dataset(int images, int objectsEach, int width, int height) {
        Instance triangle = new Instance(1, List.of(Polygon.of(1.5, 2, 20, 2.25, 10, 25)));
        List<Sample> train = IntStream.range(0, images)
                .mapToObj(i ->
                        new Sample("" + i, Path.of("a.png"), width, height, Collections.nCopies(objectsEach, triangle)))
                .toList();
        return new Dataset(new LabelMap(List.of("fire")), train, List.of(), List.of());
    }

    private static RunConfig with(RunConfig config, String field, int value) {
        return new ConfigOverride(field, "" + value).applyTo(config);
    }

    @Test
    @DisplayName("the same configuration is estimated as it was measured, to the second and the megabyte")
    void same() throws IOException {
        TrainingJob job = RunFixture.job(folder, "quick");
        Moved clock = new Moved();
        try (RunRecorder recorder = RunRecorder.open(job.directory(), clock)) {
            for (int step = 1; step <= 6; step++) {
                clock.seconds += step <= 2 ? 60 : 20;
                recorder.record(new RunEvent.StepMeasured(1, step, LOSSES, .01, 0.01, 10));
            }
            recorder.record(new RunEvent.MachineMeasured(6, 1234, 100, .5, .5));
        }
        Speed.record(job.directory());
        Speeds speeds = new SpeedMemory(folder.resolve("data/speed.json"))
                .with(new RunStore(folder.resolve("runs"), Clock.systemUTC()));
        Dataset unjudged = new Dataset(job.dataset().labels(), job.dataset().train(), List.of(), List.of());
        Estimate estimate = Estimate.of(job.config(), unjudged, speeds, 1);

        assertEquals(
                Duration.ofSeconds(6 * 20),
                estimate.time(),
                "6 steps of one image at 20 seconds each, as the later ones took");
        assertEquals(1234, estimate.mebibytes());
        assertTrue(estimate.measured());
        assertEquals("about 2 min and 1.2 GB of memory", estimate.inWords());
    }

    /** A clock that stands until it is moved. */
    private static final class Moved extends Clock {
        private long seconds;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return Instant.ofEpochSecond(seconds);
        }
    }

    @Test
    @DisplayName("a guess says how far off it may be")
    void guessed() {
        assertEquals("10 to 40 min", new Estimate(Duration.ofMinutes(20), 1, false, false).timeInWords());
        assertEquals("60 min to 4.0 h", new Estimate(Duration.ofHours(2), 1, false, false).timeInWords());
        assertEquals("about 20 min", new Estimate(Duration.ofMinutes(20), 1, true, true).timeInWords());
        assertEquals("up to 1 min", new Estimate(Duration.ofSeconds(20), 1, false, false).timeInWords());
        assertEquals("1 to 2 min", new Estimate(Duration.ofSeconds(60), 1, false, false).timeInWords());
    }

    @Test
    @DisplayName("a time is measured even where the system does not tell how much memory a training held")
    void memoryUnknown() {
        Dataset data = dataset(20, 2, 640, 480);
        RunConfig quick = Presets.of("quick", data);
        Speed speed = new Speed(Speed.VERSION, 1, Workload.of(quick, data).step(), 60, -1, 1000);
        Estimate estimate = Estimate.of(quick, data, Speeds.NONE.with(speed), 1);
        assertTrue(estimate.measured());
        assertTrue(estimate.inWords().matches("about .* and about .* GB of memory"), estimate.inWords());
        assertFalse(PresetChoice.of(data, new MachineSize(1, HUGE), Speeds.NONE.with(speed))
                .isGuess());
    }

    @Test
    @DisplayName("what was measured in one project is known in the next, and a damaged file stops nobody")
    void remembered() throws IOException {
        SpeedMemory memory = new SpeedMemory(folder.resolve("data/speed.json"));
        RunStore none = new RunStore(folder.resolve("none"), Clock.systemUTC());
        assertEquals(Speeds.NONE, memory.with(none));
        memory.keep(speed(15, 50));
        assertEquals(List.of(speed(15, 50)), memory.with(none).measured());
        Files.writeString(folder.resolve("data/speed.json"), "{ half");
        assertEquals(Speeds.NONE, memory.with(none));
    }

    @Test
    @DisplayName("of each size of network the newest measurement is remembered, and the nearest in size counts")
    void sizes() throws IOException {
        SpeedMemory memory = new SpeedMemory(folder.resolve("data/speed.json"));
        RunStore none = new RunStore(folder.resolve("none"), Clock.systemUTC());
        List.of(speed(15, 90), speed(250, 50), speed(20, 100), speed(4, 60)).forEach(memory::keep);
        Speeds speeds = memory.with(none);
        assertEquals(List.of(speed(4, 60), speed(20, 100), speed(250, 50)), speeds.measured());
        Dataset data = dataset(20, 2, 640, 480);
        RunConfig quick = Presets.of("quick", data);
        assertEquals(
                Estimate.of(quick, data, Speeds.NONE.with(speed(20, 100)), 1), Estimate.of(quick, data, speeds, 1));
    }

    @Test
    @DisplayName("what a tiny network took, or a version that counted otherwise, is no measurement of a large one")
    void otherSizes() throws IOException {
        Dataset data = dataset(20, 2, 640, 480);
        RunConfig best = Presets.of("best", data);
        Estimate fromTiny = Estimate.of(best, data, Speeds.NONE.with(speed(4, 60)), 1);
        assertFalse(fromTiny.measured());
        assertTrue(fromTiny.timeInWords().contains(" to "), fromTiny.timeInWords());
        assertTrue(Estimate.of(best, data, Speeds.NONE.with(speed(100, 60)), 1).measured());
        TrainingJob earlier = RunFixture.job(folder, "quick");
        Files.writeString(
                earlier.directory().speed(),
                "{\"version\": 1, \"processors\": %d, \"workPerSecond\": 200, \"mebibytes\": 500, \"workloadMebibytes\": 800}"
                        .formatted(Runtime.getRuntime().availableProcessors()));
        assertEquals(Optional.empty(), Speed.read(earlier.directory()));
    }

    private static Speed speed(double workPerImage, double workPerSecond) {
        return new Speed(
                Speed.VERSION, Runtime.getRuntime().availableProcessors(), workPerImage, workPerSecond, 900, 1000);
    }

    private static Estimate guess(RunConfig config, Dataset data, int processors) {
        return Estimate.of(config, data, Speeds.NONE, processors);
    }

    @Test
    @DisplayName("a run that took no step measured nothing")
    void nothingMeasured() throws IOException {
        TrainingJob job = RunFixture.job(folder, "quick");
        Speed.record(job.directory());
        assertEquals(Optional.empty(), Speed.read(job.directory()));
    }

    @Test
    @DisplayName("more epochs, larger images, a deeper network and a larger batch take more; a slower machine too")
    void grows() {
        Dataset data = dataset(20, 2, 640, 480);
        RunConfig config = Presets.of("quick", data);
        Estimate usual = guess(config, data, 4);

        Estimate twice = guess(with(config, "optimization.epochs", 40), data, 4);
        assertEquals(2 * usual.time().toSeconds(), twice.time().toSeconds(), 1);
        assertTrue(guess(config, data, 2).time().compareTo(usual.time()) > 0);
        for (RunConfig more : List.of(
                with(config, "network.minSize", 300),
                with(config, "optimization.batchSize", 3),
                new ConfigOverride("network.backbone", "resnet50").applyTo(config))) {
            Estimate larger = guess(more, data, 4);
            assertTrue(larger.time().compareTo(usual.time()) > 0, larger::inWords);
            assertTrue(larger.mebibytes() > usual.mebibytes(), larger::inWords);
        }
        assertFalse(usual.measured());
    }

    @Test
    @DisplayName("few objects want a small network; many, on a fast machine, the best")
    void byObjects() {
        assertEquals(
                "quick",
                PresetChoice.of(dataset(10, 2, 640, 480), new MachineSize(64, HUGE), Speeds.NONE)
                        .recommended());
        assertEquals(
                "best",
                PresetChoice.of(dataset(400, 2, 640, 480), new MachineSize(100_000, HUGE), Speeds.NONE)
                        .recommended());
        PresetChoice slow = PresetChoice.of(dataset(400, 2, 640, 480), new MachineSize(1, HUGE), Speeds.NONE);
        assertEquals("quick", slow.recommended());
        assertTrue(slow.why().startsWith("What is larger takes too long"), slow.why());
    }

    @Test
    @DisplayName("small images are not enlarged, and little memory makes the batch and the images smaller")
    void fitted() {
        PresetChoice small = PresetChoice.of(dataset(10, 2, 200, 150), new MachineSize(4, HUGE), Speeds.NONE);
        small.offers()
                .forEach(offer -> assertEquals(160, offer.config().network().minSize(), offer.name()));

        PresetChoice tight = PresetChoice.of(dataset(10, 2, 1600, 1200), new MachineSize(4, 4096), Speeds.NONE);
        PresetChoice.Offer best = tight.offers().get(3);
        assertTrue(best.config().optimization().batchSize() < 2, "the batch first");
        PresetChoice none = PresetChoice.of(dataset(10, 2, 1600, 1200), new MachineSize(4, 64), Speeds.NONE);
        assertTrue(none.offers().stream().noneMatch(PresetChoice.Offer::fits));
    }

    @Test
    @DisplayName("a measurement is a training of a few steps on a few images")
    void probe() {
        Dataset data = dataset(20, 2, 640, 480);
        RunConfig brief = SpeedProbe.config(Presets.of("quick", data));
        assertEquals(1, brief.optimization().epochs());
        assertEquals(16, brief.optimization().stepsPerEpoch());
        assertEquals(8, SpeedProbe.dataset(data).train().size());
        assertTrue(SpeedProbe.dataset(data).validation().isEmpty());
        List<Sample> last = new ArrayList<>(dataset(9, 0, 640, 480).train());
        last.add(data.train().get(0));
        Dataset mostlyBare = new Dataset(data.labels(), last, List.of(), List.of());
        assertEquals(
                2, SpeedProbe.dataset(mostlyBare).train().get(0).instances().size(), "those with outlines come first");
    }
}
