package io.flamemark.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.flamemark.run.RunEvent;
import io.flamemark.run.RunFiles;
import io.flamemark.run.RunFixture;
import io.flamemark.run.RunHolder;
import io.flamemark.run.StopSignal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Which program a training belongs to")
class RunHolderTest {

    @TempDir
    Path folder;

    private final RecordingListener heard = new RecordingListener();

    private static RunHost host() {
        return new ForkedRunHost(TestWorkers.of(ScriptedWorkerMain.class), WorkerTimes.standard());
    }

    private static WorkerExit endOf(ActiveRun run) throws Exception {
        return run.exit().get(300, TimeUnit.SECONDS);
    }

    @Test
    @DisplayName("a training that another program holds is only watched: it goes on when the watcher closes")
    void watched() throws Exception {
        RunHost first = host();
        ActiveRun run = first.start(RunFixture.job(folder, ScriptedBackend.UNTIL_STOPPED), heard);
        heard.await("a step", h -> !h.of(RunEvent.StepMeasured.class).isEmpty());
        ProcessHandle worker = RunFiles.status(run.directory()).process().orElseThrow();
        // Any other process that lives will do for the other window.
        RunFiles.write(run.directory().holder(), RunHolder.of(worker));
        RunHost second = host();
        RecordingListener watcher = new RecordingListener();
        ActiveRun watched = second.attach(run.directory(), watcher).orElseThrow();
        assertTrue(watched.isWatched());
        watcher.await("a step", h -> !h.of(RunEvent.StepMeasured.class).isEmpty());
        second.close();
        assertEquals(WorkerExit.Kind.DETACHED, endOf(watched).kind());
        int before = heard.events.size();
        heard.await("more events", h -> h.events.size() > before);

        first.close();
        assertEquals(WorkerExit.Kind.STOPPED, endOf(run).kind(), "the one that began it ends it");
    }

    @Test
    @DisplayName("who began a training or took it up holds it, until it ends or is let go")
    void held() throws Exception {
        RunHost host = host();
        ActiveRun run = host.start(RunFixture.job(folder, ScriptedBackend.UNTIL_STOPPED), heard);
        heard.await("a step", h -> !h.of(RunEvent.StepMeasured.class).isEmpty());
        assertTrue(Files.exists(run.directory().holder()));
        assertTrue(host.detach(run));
        assertTrue(Files.notExists(run.directory().holder()));
        ActiveRun again = host.attach(run.directory(), new RecordingListener()).orElseThrow();
        assertTrue(Files.exists(run.directory().holder()) && !again.isWatched());
        again.stop(StopSignal.When.AFTER_STEP);
        endOf(again);
        assertTrue(Files.notExists(run.directory().holder()));
        host.close();
    }
}
