package io.flamemark.host;

import io.flamemark.run.RunDirectory;
import io.flamemark.run.RunEvent;
import io.flamemark.run.RunFiles;
import io.flamemark.run.RunRecorder;
import io.flamemark.run.SmallerSetting;
import java.io.IOException;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The end of a training as seen by its host. */
final class RunEnd {

    private static final Logger LOG = LoggerFactory.getLogger(RunEnd.class);

    private RunEnd() {}

    /**
     * Tells the end, and first records it where the training could not do so itself.
     *
     * @return the end, with what to try next time where memory was short
     */
    static WorkerExit tell(RunDirectory run, WorkerExit how, RunListener listener) {
        WorkerExit end = advised(run, how);
        try (RunRecorder recorder = RunRecorder.open(run, Clock.systemUTC())) {
            if (!recorder.status().state().isOver()) {
                listener.onLogged(recorder.record(new RunEvent.Ended(
                        end.asState(), end.sentence(), recorder.status().bestEpoch(), end.lack())));
            }
        } catch (IOException | RuntimeException e) {
            LOG.warn("The end of the run {} cannot be recorded", run.root(), e);
        }
        listener.onExit(end);
        return end;
    }

    /** The end, with what to try next time where memory was short. */
    static WorkerExit advised(RunDirectory run, WorkerExit how) {
        if (!how.isForWantOfMemory()) {
            return how;
        }
        try {
            return how.trying(SmallerSetting.of(RunFiles.config(run)));
        } catch (IOException e) {
            LOG.warn("The configuration of the run {} cannot be read", run.root(), e);
            return how;
        }
    }
}
