package io.flamemark.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RunHistoryTest {

    private static final Instant START = Instant.parse("2026-11-22T17:30:00Z");
    private static final RunEvent STARTED = new RunEvent.Started("run", 2, 1, 2, 2, 10);

    private static LoggedEvent at(double seconds, RunEvent event) {
        return new LoggedEvent(1, START.plusMillis((long) (1000 * seconds)), event);
    }

    private static RunEvent step(int step) {
        return new RunEvent.StepMeasured(1, step, LossBreakdown.ZERO, 0.01, 1, 1);
    }

    private static RunEvent machine(int step) {
        return new RunEvent.MachineMeasured(step, 100, 50, 0.5, 0.6);
    }

    @Test
    @DisplayName("events keep the time they were told at, counted from the first")
    void clock() {
        RunHistory run = RunHistory.ofLog(List.of(at(0, STARTED), at(2.5, step(1)), at(4, step(2)), at(4, machine(2))));
        assertEquals(2.5, run.steps().seconds(0));
        assertEquals(4, run.steps().seconds(1));
        assertEquals(4, run.machine().seconds(0));
    }

    @Test
    @DisplayName("a run that goes on after a night counts its training, not the night; what it took back is gone")
    void resumed() {
        RunHistory run = RunHistory.ofLog(List.of(
                at(0, STARTED),
                at(10, step(1)),
                at(20, step(2)),
                at(20, machine(2)),
                at(30_000, new RunEvent.Resumed(0, 1)),
                at(30_001, STARTED),
                at(30_012, step(2))));
        assertEquals(
                List.of(1, 2),
                run.steps().stream().map(RunEvent.StepMeasured::step).toList());
        assertEquals(10 + 12, run.steps().seconds(1));
        assertTrue(run.machine().isEmpty());
    }

    @Test
    @DisplayName("a clock that is set back does not make a run go backwards")
    void setBack() {
        RunHistory run =
                RunHistory.ofLog(List.of(at(0, STARTED), at(50, step(1)), at(-3600, step(2)), at(60, step(3))));
        assertEquals(50, run.steps().seconds(1));
        assertEquals(60, run.steps().seconds(2));
    }

    @Test
    @DisplayName("a live run and the same run read back add up to the same")
    void alike() {
        RunHistory live = new RunHistory();
        List<LoggedEvent> events =
                List.of(at(0, STARTED), at(1, step(1)), at(2, new RunEvent.Ended(RunState.STOPPED, "", 0)));
        events.forEach(live::add);
        RunHistory read = RunHistory.ofLog(events);
        assertEquals(live.steps(), read.steps());
        assertEquals(live.ended(), read.ended());
        assertEquals(Optional.empty(), read.best());
    }
}
