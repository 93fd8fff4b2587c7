package io.flamemark.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("More epochs for a run that is over")
class RunExtensionTest {

    private static final LossBreakdown LOSSES = new LossBreakdown(.1, .2, .3, .4, .5);
    private static final Clock CLOCK = Clock.systemUTC();

    @TempDir
    Path folder;

    private RunDirectory run;

    @BeforeEach
    void make() throws IOException {
        run = RunFixture.job(folder, "quick").directory();
    }

    /** Two epochs, the first the best. */
    private void finish() throws IOException {
        try (RunRecorder recorder = RunRecorder.open(run, CLOCK)) {
            recorder.record(new RunEvent.Started("r", 1, 1, 2, 3, 4));
            recorder.record(epoch(1, true));
            recorder.record(epoch(2, false));
            recorder.record(new RunEvent.Ended(RunState.FINISHED, "Trained 2 epochs.", 1));
        }
    }

    private static RunEvent.EpochMeasured epoch(int epoch, boolean best) {
        return new RunEvent.EpochMeasured(epoch, 3 * epoch, LOSSES, Optional.of(LOSSES), Optional.empty(), best, 1);
    }

    private void checkpoint() throws IOException {
        Path checkpoint = Files.createDirectories(run.checkpoint(2));
        Files.writeString(checkpoint.resolve(ResumePoint.OPTIMIZER), "");
        Files.writeString(checkpoint.resolve(ResumePoint.STATE), "{\"epoch\":2,\"step\":6}");
    }

    @Test
    @DisplayName("it waits for its worker with the new length, keeps the old configuration, and says what was done")
    void extended() throws Exception {
        finish();
        checkpoint();
        TrainingJob job = RunResumption.extend(run, 5, CLOCK);

        assertEquals(5, job.config().optimization().epochs());
        assertEquals(RunState.QUEUED, RunFiles.status(run).state());
        assertEquals(RunFixture.config("quick"), RunFiles.readConfig(run.configBefore(2)));
        assertTrue(Files.readString(run.log()).contains("Extended from 2 to 5 epochs"));
    }

    @Test
    @DisplayName("its patience begins anew, where it has one")
    void patience() throws Exception {
        RunConfig patient = new ConfigOverride("validation.patience", "4").applyTo(RunFixture.config("quick"));
        RunFiles.write(run.config(), patient);
        finish();
        checkpoint();

        assertEquals(
                5, RunResumption.extend(run, 9, CLOCK).config().validation().patience());
    }

    @Test
    @DisplayName("fewer epochs, a run under way and a checkpoint that is gone are refused with a sentence")
    void refused() throws Exception {
        assertTrue(refusal(9).contains("still in training"));
        finish();
        assertTrue(refusal(2).contains("planned for 2 epochs already"));
        assertTrue(refusal(3).contains("its last checkpoint is gone"));
        assertEquals(RunState.FINISHED, RunFiles.status(run).state());
    }

    private String refusal(int epochs) {
        return assertThrows(TrainingException.class, () -> RunResumption.extend(run, epochs, CLOCK))
                .getMessage();
    }
}
