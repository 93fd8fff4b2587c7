package io.flamemark.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.flamemark.run.RunDirectory;
import io.flamemark.run.RunEvent;
import io.flamemark.run.RunFiles;
import io.flamemark.run.RunFixture;
import io.flamemark.run.RunResumption;
import io.flamemark.run.RunState;
import io.flamemark.run.StopSignal;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A queue of trainings")
class RunQueueTest {

    @TempDir
    Path folder;

    private final RunQueue queue = new RunQueue(InProcessRunHost.scripted());
    private final RecordingListener first = new RecordingListener();
    private final RecordingListener second = new RecordingListener();

    @AfterEach
    void close() {
        queue.close();
    }

    private ActiveRun start(String script, RecordingListener listener) throws Exception {
        return queue.start(RunFixture.job(folder, script), listener);
    }

    private ActiveRun startBusy() throws Exception {
        ActiveRun busy = start(ScriptedBackend.UNTIL_STOPPED, first);
        first.await("a step", h -> !h.of(RunEvent.StepMeasured.class).isEmpty());
        return busy;
    }

    private static WorkerExit endOf(ActiveRun run) throws Exception {
        return run.exit().get(300, TimeUnit.SECONDS);
    }

    private static RunState stateOf(RunDirectory run) throws Exception {
        return RunFiles.status(run).state();
    }

    @Test
    @DisplayName("a second run waits, and begins when the first has ended")
    void waits() throws Exception {
        ActiveRun busy = startBusy();
        ActiveRun next = start(ScriptedBackend.FINISHES, second);

        assertEquals(List.of(next.directory()), queue.waiting());
        assertEquals(RunState.QUEUED, stateOf(next.directory()));
        assertTrue(second.events.isEmpty());
        busy.stop(StopSignal.When.AFTER_STEP);
        assertEquals(WorkerExit.Kind.FINISHED, endOf(next).kind());
        assertTrue(busy.exit().isDone());
        assertEquals(List.of(), queue.waiting());
    }

    @Test
    @DisplayName("one that waits can be taken out: it is recorded as stopped, and the others keep their order")
    void takenOut() throws Exception {
        ActiveRun busy = startBusy();
        ActiveRun out = start(ScriptedBackend.FINISHES, second);
        ActiveRun next = start(ScriptedBackend.FINISHES, new RecordingListener());
        out.stop(StopSignal.When.AFTER_STEP);

        WorkerExit exit = endOf(out);
        assertEquals(WorkerExit.Kind.STOPPED, exit.kind());
        assertEquals(List.of(exit), second.exits);
        assertEquals(RunState.STOPPED, stateOf(out.directory()));
        assertEquals(List.of(next.directory()), queue.waiting());
        assertFalse(busy.exit().isDone(), "the run under way is not touched");
        busy.kill();
        assertEquals(WorkerExit.Kind.FINISHED, endOf(next).kind());
    }

    @Test
    @DisplayName("closing stops what waits, says so, and leaves it so that it can be started later")
    void closing() throws Exception {
        startBusy();
        ActiveRun next = start(ScriptedBackend.FINISHES, second);
        queue.close();

        assertEquals(RunQueue.CLOSED, endOf(next).sentence());
        assertEquals(RunState.STOPPED, stateOf(next.directory()));
        assertTrue(second.of(RunEvent.Started.class).isEmpty(), "it never began");
        RunResumption.prepare(next.directory(), Clock.systemUTC());
        assertEquals(RunState.QUEUED, stateOf(next.directory()));
    }

    @Test
    @DisplayName("what cannot be detached holds the queue up no longer than it runs")
    void notDetachable() throws Exception {
        ActiveRun busy = startBusy();
        ActiveRun next = start(ScriptedBackend.FINISHES, second);

        assertFalse(queue.detach(busy), "a training in this process ends with it");
        busy.stop(StopSignal.When.AFTER_STEP);
        assertEquals(WorkerExit.Kind.FINISHED, endOf(next).kind());
    }
}
