package io.flamemark.run;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;

/** Lets a run that was stopped, crashed or killed go on in its own directory, with its own configuration and data. */
public final class RunResumption {

    private RunResumption() {}

    /** Whether a run can go on: it is over, and not because all was done. */
    public static boolean isPossible(RunStatus status) {
        return status.state() == RunState.STOPPED || status.state() == RunState.FAILED;
    }

    /**
     * Marks a run as waiting for its worker again and gives back what is to be trained; start it as a new one is started.
     * A run without a checkpoint begins at the beginning.
     *
     * @throws TrainingException if there is no run, it is not over, or all was done, with a sentence for the user
     * @throws IOException if its directory cannot be read or written
     */
    public static TrainingJob prepare(RunDirectory run, Clock clock) throws IOException {
        if (!Files.exists(run.state())) {
            throw new TrainingException(run.root() + " is no training run: it has no state.json.");
        }
        RunStatus status = RunFiles.status(run).ifProcessDied();
        if (status.state() == RunState.FINISHED) {
            throw new TrainingException("The run " + run.id() + " has finished, there is nothing left to train. "
                    + status.message()
                    + " To train longer, start a new run with more epochs.");
        }
        if (!isPossible(status)) {
            throw new TrainingException(
                    "The run " + run.id() + " is still in training, in the process " + status.pid() + ".");
        }
        TrainingJob job = RunFiles.job(run);
        RunFiles.write(run.state(), status.queuedAgain(ProcessHandle.current(), clock.instant()));
        return job;
    }
}
