package io.flamemark.host;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.flamemark.run.RunDirectory;
import io.flamemark.run.RunEvent;
import io.flamemark.run.RunFiles;
import io.flamemark.run.RunFixture;
import io.flamemark.run.RunState;
import io.flamemark.run.RunStatus;
import io.flamemark.run.StopSignal;
import io.flamemark.run.TrainingBackend;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingSessionTest {

    @TempDir
    Path folder;

    @Test
    @DisplayName("the process that trains says so before it has anything to tell: nobody begins the run a second time")
    void begins() throws Exception {
        RunDirectory run = RunFixture.job(folder, "test").directory();
        List<RunStatus> seen = new ArrayList<>();
        TrainingBackend backend = (job, stop, events) -> {
            seen.add(RunFiles.status(job.directory()));
            return new RunEvent.Ended(RunState.FINISHED, "", 0);
        };
        TrainingSession.conduct(backend, run, new StopSignal(), event -> {});
        assertEquals(RunState.RUNNING, seen.get(0).state());
        assertEquals(Optional.of(ProcessHandle.current()), seen.get(0).process());
        assertEquals(RunState.FINISHED, RunFiles.status(run).state());
    }
}
