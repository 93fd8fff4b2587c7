package io.flamemark.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("TensorBoard's event files")
class TensorBoardTest {

    private static final Instant NOW = Instant.parse("2026-11-22T17:30:00.500Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final LossBreakdown LOSSES = new LossBreakdown(.1, .2, .3, .4, .5);

    @TempDir
    Path folder;

    @Test
    @DisplayName("byte for byte what TensorBoard 2.21 read")
    void golden() throws IOException {
        try (TensorBoardFile file = TensorBoardFile.create(folder, "r", NOW)) {
            file.scalars(NOW, 300, Map.of("loss", 1.5));
            file.restart(NOW, 7);
        }
        Path written = only(folder);
        assertEquals(
                "events.out.tfevents.1795368600.000.r", written.getFileName().toString());
        assertEquals(
                "1800000000000000a37f4b2209000020a6c9c0da411a0d627261696e2e4576656e743a326392"
                        + "2f901b000000000000001a0d9e1309000020a6c9c0da4110ac022a0d0a0b0a046c6f73731500"
                        + "00c03f37e403b70f000000000000006d532b0909000020a6c9c0da4110073a0208015ce94ab1",
                HexFormat.of().formatHex(Files.readAllBytes(written)));
    }

    @Test
    @DisplayName("an independent reader finds every number a run told, at its step")
    void readBack() throws IOException {
        RunDirectory run = RunFixture.job(folder, "quick").directory();
        try (RunRecorder recorder = RunRecorder.open(run, CLOCK)) {
            tell(recorder, 1, Optional.of(new Scores(.1, .2, -1, .4, .5)));
        }
        List<TensorBoardReader.Event> events = TensorBoardReader.read(only(run.tensorBoard()));

        assertEquals("brain.Event:2", events.get(0).version());
        assertEquals(NOW.toEpochMilli() / 1000.0, events.get(1).wallTime());
        assertEquals(1, events.get(1).step());
        Map<String, Float> step = events.get(1).scalars();
        assertEquals(1.5f, step.get("train/loss"));
        assertEquals(.5f, step.get("train/loss_mask"));
        assertEquals(.01f, step.get("train/learning_rate"));
        assertEquals(2.5f, step.get("speed/images_per_second"));
        Map<String, Float> epoch = events.get(2).scalars();
        assertEquals(3f, epoch.get("validation/loss"));
        assertEquals(.1f, epoch.get("validation/mask_ap"));
        assertEquals(.5f, epoch.get("validation/mean_iou"));
        assertFalse(epoch.containsKey("validation/box_ap"), "what is undefined is no point");
    }

    @Test
    @DisplayName("a resumed run begins a new file that takes back the steps told again; the old one stays as it was")
    void resumed() throws IOException {
        RunDirectory run = RunFixture.job(folder, "quick").directory();
        try (RunRecorder recorder = RunRecorder.open(run, CLOCK)) {
            tell(recorder, 1, Optional.empty());
        }
        byte[] before = Files.readAllBytes(only(run.tensorBoard()));
        try (RunRecorder recorder = RunRecorder.open(run, CLOCK)) {
            recorder.record(new RunEvent.Resumed(0, 0));
            tell(recorder, 1, Optional.empty());
        }
        List<Path> files = files(run.tensorBoard());
        assertEquals(2, files.size());
        assertEquals(HexFormat.of().formatHex(before), HexFormat.of().formatHex(Files.readAllBytes(files.get(0))));
        TensorBoardReader.Event restart = TensorBoardReader.read(files.get(1)).get(1);
        assertTrue(restart.restart());
        assertEquals(1, restart.step(), "everything from the first step on is void");
    }

    @Test
    @DisplayName("the run's story is a line an epoch")
    void diary() throws IOException {
        RunDirectory run = RunFixture.job(folder, "quick").directory();
        try (RunRecorder recorder = RunRecorder.open(run, CLOCK)) {
            recorder.record(new RunEvent.Started("r", 20, 1, 2, 3, 4_000_000));
            tell(recorder, 1, Optional.of(new Scores(.1, .2, .3, .4, .5)));
            recorder.record(new RunEvent.Ended(RunState.STOPPED, "Stopped after epoch 1.", 1));
        }
        List<String> lines = Files.readAllLines(run.log());
        assertEquals(3, lines.size());
        assertTrue(
                lines.get(0)
                        .endsWith("20 training images and 1 validation image, 2 epochs of 3 steps,"
                                + " 4.0 million parameters"),
                lines.get(0));
        assertTrue(
                lines.get(1)
                        .endsWith("epoch 1/2  loss 1.500  validation 3.000  mask AP50 0.200  AP 0.100  mean IoU"
                                + " 0.500  9 s  best so far"),
                lines.get(1));
        assertTrue(lines.get(2).endsWith("stopped. Stopped after epoch 1."), lines.get(2));
    }

    @Test
    @DisplayName("where nothing judges, an epoch is kept and not called the best")
    void unjudged() {
        RunEvent epoch = new RunEvent.EpochMeasured(2, 6, LOSSES, Optional.empty(), Optional.empty(), true, 9);
        assertEquals("epoch 2/2  loss 1.500  9 s  kept", RunWords.line(epoch, 2).orElseThrow());
    }

    private static void tell(RunRecorder recorder, int step, Optional<Scores> scores) throws IOException {
        recorder.record(new RunEvent.StepMeasured(1, step, LOSSES, .01, 2.5, 10));
        recorder.record(new RunEvent.EpochMeasured(1, step, LOSSES, Optional.of(LOSSES.times(2)), scores, true, 9));
    }

    private static Path only(Path folder) throws IOException {
        List<Path> files = files(folder);
        assertEquals(1, files.size());
        return files.get(0);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
