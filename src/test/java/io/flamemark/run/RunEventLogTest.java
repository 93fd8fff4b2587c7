package io.flamemark.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunEventLogTest {

    private static final LossBreakdown LOSSES = new LossBreakdown(.1, .2, .3, .4, .5);

    /** One of each kind, with and without what is optional. */
    private static final List<RunEvent> EVENTS = List.of(
            new RunEvent.Started("2026-run", 20, 10, 2, 20, 1L << 33),
            new RunEvent.StepMeasured(1, 1, LOSSES, 0.01, 1.5, Double.NaN),
            new RunEvent.Notice(RunEvent.Level.WARNING, "an \"image\"\nwas left out: Überblick.tif"),
            new RunEvent.EpochMeasured(
                    1, 20, LOSSES, Optional.of(LOSSES), Optional.of(new Scores(.1, .2, .3, -1, .5)), true, 12.5),
            new RunEvent.CheckpointWritten(1, "checkpoints/epoch-0001", true),
            new RunEvent.EpochMeasured(2, 40, LOSSES, Optional.empty(), Optional.empty(), false, 11),
            new RunEvent.Ended(RunState.STOPPED, "", 1),
            new RunEvent.MachineMeasured(40, -1, 512, 0.5, Double.NaN));

    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("events.jsonl");
    }

    private void append(List<RunEvent> events) throws IOException {
        try (RunEventLog log = RunEventLog.append(file(), Clock.systemUTC())) {
            for (RunEvent event : events) {
                log.write(event);
            }
        }
    }

    private List<RunEvent> read() throws IOException {
        return RunEventLog.read(file()).stream().map(LoggedEvent::event).toList();
    }

    @Test
    @DisplayName("every kind of event comes back as it was, numbered without gaps over two openings")
    void roundTrip() throws Exception {
        append(EVENTS.subList(0, 3));
        append(EVENTS.subList(3, EVENTS.size()));

        assertEquals(EVENTS, read());
        List<LoggedEvent> logged = RunEventLog.read(file());
        for (int i = 0; i < logged.size(); i++) {
            assertEquals(i + 1, logged.get(i).seq());
        }
    }

    @Test
    @DisplayName("torn anywhere, the log gives every event before the tear, and goes on after it")
    void torn() throws Exception {
        append(EVENTS);
        byte[] whole = Files.readAllBytes(file());
        for (int length = 0; length < whole.length; length += 7) {
            Files.write(file(), Arrays.copyOf(whole, length), StandardOpenOption.TRUNCATE_EXISTING);
            List<RunEvent> before = read();
            assertEquals(EVENTS.subList(0, before.size()), before);
            append(List.of(EVENTS.get(6)));
            List<LoggedEvent> after = RunEventLog.read(file());
            assertEquals(before.size() + 1, after.size(), "after a tear at byte " + length);
            assertEquals(after.size(), after.get(after.size() - 1).seq());
        }
    }

    @Test
    @DisplayName("damage in the middle is reported with its line, not passed over")
    void damaged() throws Exception {
        append(EVENTS);
        List<String> lines = Files.readAllLines(file());
        Files.writeString(file(), lines.get(0) + "\n{\"seq\":2,\n" + lines.get(2) + "\n");
        IOException e = assertThrows(IOException.class, this::read);
        assertTrue(e.getMessage().contains("line 2"), e.getMessage());
    }

    @Test
    @DisplayName("an event of a kind that only a later version knows is passed over, the rest is read")
    void later() throws Exception {
        append(EVENTS);
        List<String> lines = new ArrayList<>(Files.readAllLines(file()));
        lines.add(1, "{\"seq\":2,\"at\":\"2031-01-01T00:00:00Z\",\"type\":\"dreamt\",\"of\":[\"sheep\"]}");
        Files.write(file(), lines);
        assertEquals(EVENTS, read());
    }

    @Test
    @DisplayName("no log yet is an empty one")
    void none() throws Exception {
        assertEquals(List.of(), read());
    }

    @Test
    @DisplayName("the history of a run: series, the best epoch, the end; resumed, it has no end any more")
    void history() {
        RunHistory history = RunHistory.of(EVENTS);
        assertEquals(1, history.steps().size());
        assertEquals(2, history.epochs().size());
        assertEquals(1, history.best().orElseThrow().epoch());
        assertEquals(RunState.STOPPED, history.ended().orElseThrow().state());
        history.add(EVENTS.get(0));
        assertEquals(Optional.empty(), history.ended());
    }

    @Test
    @DisplayName("a resumed run's history goes back to where it goes on")
    void resumedHistory() {
        RunHistory history = RunHistory.of(EVENTS);
        history.add(new RunEvent.Resumed(1, 20));
        assertEquals(1, history.steps().size());
        assertEquals(1, history.epochs().size());
        assertEquals(Optional.empty(), history.ended());
        history.add(new RunEvent.Resumed(0, 0));
        assertEquals(List.of(), history.steps());
        assertEquals(Optional.empty(), history.best());
    }

    @Test
    @DisplayName("gone back to a step, the log holds nothing of later ones and goes on without a gap")
    void backTo() throws Exception {
        append(EVENTS);
        try (RunEventLog log = RunEventLog.append(file(), Clock.systemUTC())) {
            assertEquals(EVENTS.size(), log.backTo(new RunEvent.Resumed(2, 40)).size(), "nothing came later");
            assertEquals(5, log.backTo(new RunEvent.Resumed(1, 20)).size());
            log.write(EVENTS.get(6));
        }
        assertEquals(EVENTS.subList(0, 5), read().subList(0, 5));
        List<LoggedEvent> logged = RunEventLog.read(file());
        assertEquals(List.of(6, 6L), List.of(logged.size(), logged.get(5).seq()));
    }

    @Test
    @DisplayName("an epoch that was told is void where the run goes on from its last step, before its end")
    void backToTheLastStepOfAnEpoch() throws Exception {
        append(EVENTS);
        RunEvent.EpochMeasured second = (RunEvent.EpochMeasured) EVENTS.get(5);
        RunEvent.Resumed point = new RunEvent.Resumed(1, second.step());
        RunHistory history = RunHistory.of(EVENTS);
        history.add(point);
        assertEquals(List.of(EVENTS.get(3)), history.epochs());
        try (RunEventLog log = RunEventLog.append(file(), Clock.systemUTC())) {
            assertEquals(5, log.backTo(point).size());
        }
    }

    @Test
    @DisplayName("gone back to a step, metrics.csv keeps the rows of the epochs before, and drops a torn one")
    void metricsBackTo() throws Exception {
        Path file = folder.resolve("metrics.csv");
        MetricsFile metrics = new MetricsFile(file);
        metrics.backTo(new RunEvent.Resumed(1, 20));
        metrics.append((RunEvent.EpochMeasured) EVENTS.get(3));
        metrics.append((RunEvent.EpochMeasured) EVENTS.get(5));
        Files.writeString(file, "3,6", StandardOpenOption.APPEND);
        List<String> before = Files.readAllLines(file);
        metrics.backTo(new RunEvent.Resumed(1, 20));
        assertEquals(before.subList(0, 2), Files.readAllLines(file));
    }

    @Test
    @DisplayName("metrics.csv has a header and a row an epoch, with empty cells for what was not measured")
    void metrics() throws Exception {
        MetricsFile metrics = new MetricsFile(folder.resolve("metrics.csv"));
        metrics.append((RunEvent.EpochMeasured) EVENTS.get(3));
        metrics.append((RunEvent.EpochMeasured) EVENTS.get(5));

        List<String> lines = Files.readAllLines(folder.resolve("metrics.csv"));
        int cells = lines.get(0).split(",", -1).length;
        assertEquals(3, lines.size());
        assertTrue(lines.get(0).startsWith("epoch,step,seconds,best,train_total,"), lines.get(0));
        assertTrue(lines.get(1).startsWith("1,20,12.500000,1,1.500000,0.100000,"), lines.get(1));
        assertTrue(lines.get(1).endsWith(",0.300000,,0.500000"), lines.get(1));
        assertEquals(cells, lines.get(1).split(",", -1).length);
        assertEquals(cells, lines.get(2).split(",", -1).length);
        assertTrue(lines.get(2).endsWith(",,,,,"), lines.get(2));
    }
}
