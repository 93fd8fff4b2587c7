package io.flamemark.maskrcnn.train;

import java.util.List;

/**
 * Where training stood when a checkpoint was written; {@code state.json} beside its weights.
 *
 * @param version of this layout
 * @param epoch complete
 * @param step complete, over the whole run
 * @param progress the epochs measured so far
 */
record CheckpointState(int version, int epoch, int step, List<EpochMark> progress) {

    static final int VERSION = 1;

    CheckpointState {
        progress = List.copyOf(progress);
    }
}
