package io.flamemark.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.time.Clock;

/**
 * Lets a run that was paused, stopped, crashed or killed go on in its own directory, with its own configuration and
 * data, and a finished one go on for more epochs.
 */
public final class RunResumption {

    private RunResumption() {}

    /** Whether a run can go on: it is over, and not because all was done. */
    public static boolean isPossible(RunStatus status) {
        return status.state().isOver() && status.state() != RunState.FINISHED;
    }

    /**
     * Marks a run as waiting for its worker again and gives back what is to be trained; start it as a new one is
     * started. A run without a checkpoint begins at the beginning.
     *
     * @throws TrainingException if there is no run, it is not over, or all was done, with a sentence for the user
     * @throws IOException if its directory cannot be read or written
     */
    public static TrainingJob prepare(RunDirectory run, Clock clock) throws IOException {
        RunStatus status = statusOf(run);
        if (status.state() == RunState.FINISHED) {
            throw new TrainingException("The run " + run.id() + " has finished, there is nothing left to train. "
                    + status.message()
                    + " To train longer, give it more epochs.");
        }
        requireOver(run, status);
        return queue(run, status, clock);
    }

    /**
     * Gives a run more epochs and marks it as waiting for its worker. From where it stands on, the learning rate is
     * that of a run planned for so many epochs from the beginning: a cosine or the drops of the step schedule come
     * later, so the rate rises again at first. A run that ended early, out of patience, gets its patience anew. The
     * configuration as it was is kept beside the new one.
     *
     * @param epochs in all, more than the run has now
     * @throws TrainingException if there is no run, it is not over, has as many epochs already, or its last checkpoint
     *     is gone, with a sentence for the user
     * @throws IOException if its directory cannot be read or written
     */
    public static TrainingJob extend(RunDirectory run, int epochs, Clock clock) throws IOException {
        RunStatus status = statusOf(run);
        requireOver(run, status);
        RunConfig config = RunFiles.config(run);
        int planned = config.optimization().epochs();
        if (epochs <= planned) {
            throw new TrainingException("The run " + run.id() + " is planned for " + planned
                    + " epochs already; name more to train longer.");
        }
        if (status.epoch() > 0 && ResumePoint.of(run).isEmpty()) {
            throw new TrainingException("The run " + run.id() + " cannot go on: its last checkpoint is gone from "
                    + run.checkpoints() + ".");
        }
        Files.copy(run.config(), run.configBefore(planned), StandardCopyOption.REPLACE_EXISTING);
        RunFiles.write(run.config(), longer(config, epochs, validationsSinceBest(run)));
        try (RunRecorder recorder = RunRecorder.open(run, clock)) {
            recorder.record(new RunEvent.Notice(
                    RunEvent.Level.INFO,
                    "Extended from " + planned + " to " + epochs
                            + " epochs; from here on the learning rate is that of a run of " + epochs + " epochs."));
        }
        return queue(run, status, clock);
    }

    private static TrainingJob queue(RunDirectory run, RunStatus status, Clock clock) throws IOException {
        TrainingJob job = RunFiles.job(run);
        RunFiles.write(run.state(), status.queuedAgain(ProcessHandle.current(), clock.instant()));
        return job;
    }

    private static RunConfig longer(RunConfig config, int epochs, int inVain) {
        int patience = config.validation().patience();
        RunConfig longer = new ConfigOverride("optimization.epochs", "" + epochs).applyTo(config);
        return patience == 0
                ? longer
                : new ConfigOverride("validation.patience", "" + (patience + inVain)).applyTo(longer);
    }

    private static int validationsSinceBest(RunDirectory run) throws IOException {
        RunHistory history = new RunHistory();
        RunEventLog.read(run.events()).forEach(history::add);
        int best = history.best().map(RunEvent.EpochMeasured::epoch).orElse(0);
        return (int) history.epochs().stream()
                .filter(epoch -> epoch.epoch() > best && epoch.validation().isPresent())
                .count();
    }

    private static RunStatus statusOf(RunDirectory run) throws IOException {
        if (!Files.exists(run.state())) {
            throw new TrainingException(run.root() + " is no training run: it has no state.json.");
        }
        return RunFiles.status(run).ifProcessDied();
    }

    private static void requireOver(RunDirectory run, RunStatus status) {
        if (!status.state().isOver()) {
            throw new TrainingException(
                    "The run " + run.id() + " is still in training, in the process " + status.pid() + ".");
        }
    }
}
