package io.flamemark.run;

import java.util.Optional;

/**
 * What a training run tells, in order. The same events are a line each in {@code events.jsonl}, a line each on the
 * worker's standard output, and points on the charts. Epochs and steps count from 1; steps count over the whole run.
 */
public sealed interface RunEvent {

    /**
     * A run goes on from a checkpoint; {@link Started} follows. What was told of later steps and epochs before it broke
     * off is void: they come again.
     *
     * @param epoch complete, 0 before the first
     * @param step complete, 0 before the first
     */
    record Resumed(int epoch, int step) implements RunEvent {

        /**
         * Whether an event told before is void. An epoch counts by its number: where a run broke off between an epoch's
         * last step and its end, the epoch that was told with that step comes again.
         */
        boolean voids(RunEvent event) {
            return event instanceof StepMeasured measured && measured.step() > step
                    || event instanceof EpochMeasured judged && judged.epoch() > epoch
                    || event instanceof MachineMeasured machine && machine.step() > step;
        }
    }

    /** How much there is to do: comes before the first step of a training, or of its continuation. */
    record Started(String runId, int trainImages, int validationImages, int epochs, int stepsPerEpoch, long parameters)
            implements RunEvent {}

    /**
     * One optimizer step.
     *
     * @param secondsLeft estimate for the whole run, validation included
     */
    record StepMeasured(
            int epoch, int step, LossBreakdown losses, double learningRate, double imagesPerSecond, double secondsLeft)
            implements RunEvent {}

    /**
     * One epoch, trained and validated.
     *
     * @param training mean over the epoch's steps
     * @param validation mean over the validation images, empty where there are none
     * @param scores on the validation images, empty where there are none
     * @param best whether this is the best epoch so far
     */
    record EpochMeasured(
            int epoch,
            int step,
            LossBreakdown training,
            Optional<LossBreakdown> validation,
            Optional<Scores> scores,
            boolean best,
            double seconds)
            implements RunEvent {}

    /**
     * What the training takes of the machine, told between two steps every few seconds.
     *
     * @param step complete
     * @param residentMebibytes memory of the process that trains, native parts included; -1 where the system does not
     *     say
     * @param heapMebibytes the part of it that Java's objects take
     * @param processCpu share of all processors that this process used since it was last told, 0..1; NaN where the
     *     system does not say
     * @param machineCpu the same of all processes together
     */
    record MachineMeasured(int step, long residentMebibytes, long heapMebibytes, double processCpu, double machineCpu)
            implements RunEvent {}

    /** A checkpoint is complete on disk; {@code path} is relative to the run directory. */
    record CheckpointWritten(int epoch, String path, boolean best) implements RunEvent {}

    /** Something a person should read: an overfitting notice, an image left out. */
    record Notice(Level level, String message) implements RunEvent {}

    /**
     * The last event of a run that ended.
     *
     * @param lack what there was too little of, where that ended it; empty in the logs of earlier versions
     */
    record Ended(RunState state, String message, int bestEpoch, Optional<Lack> lack) implements RunEvent {

        public Ended(RunState state, String message, int bestEpoch) {
            this(state, message, bestEpoch, Optional.empty());
        }
    }

    /** What a machine has too little of. */
    enum Lack {
        MEMORY,
        DISK
    }

    /** How loud a notice is. */
    enum Level {
        INFO,
        WARNING,
        /** What was warned of last no longer holds. */
        CLEARED
    }
}
