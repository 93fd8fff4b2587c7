package io.flamemark.maskrcnn.train;

import io.flamemark.run.LossBreakdown;
import java.util.List;
import java.util.Optional;

/**
 * Where training stood when a checkpoint was written; {@code state.json} beside its weights. What is drawn at random is
 * drawn anew from the seed and the step's number, so no generator's state is needed.
 *
 * @param version of this layout
 * @param epoch complete
 * @param step complete, over the whole run
 * @param progress the epochs measured so far
 * @param unfinished the epoch that was under way, if one was
 */
record CheckpointState(int version, int epoch, int step, List<EpochMark> progress, Optional<Unfinished> unfinished) {

    static final int VERSION = 2;

    CheckpointState {
        progress = List.copyOf(progress);
    }

    /** At the end of the last epoch measured, or before the first. */
    static CheckpointState between(int step, List<EpochMark> progress) {
        return new CheckpointState(VERSION, progress.size(), step, progress, Optional.empty());
    }

    /** Within the epoch after the last one measured. */
    static CheckpointState within(int step, List<EpochMark> progress, Unfinished unfinished) {
        return new CheckpointState(VERSION, progress.size(), step, progress, Optional.of(unfinished));
    }

    /**
     * The part of an epoch that was done.
     *
     * @param sum of its steps' losses
     * @param seconds it took
     */
    record Unfinished(LossBreakdown sum, double seconds) {

        static final Unfinished NOTHING = new Unfinished(LossBreakdown.ZERO, 0);
    }
}
