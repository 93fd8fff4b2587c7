package io.flamemark.maskrcnn.train;

import io.flamemark.run.RunConfig;

/**
 * How long a run is.
 *
 * @param stepsPerEpoch optimizer steps, each over one batch or, with accumulation, several
 */
record RunLength(int epochs, int stepsPerEpoch) {

    /** @param images to train on, at least 1 */
    static RunLength of(RunConfig config, int images) {
        int perStep = config.optimization().batchSize() * config.tuning().accumulate();
        int wanted = config.optimization().stepsPerEpoch();
        return new RunLength(config.optimization().epochs(), wanted > 0 ? wanted : (images + perStep - 1) / perStep);
    }

    int steps() {
        return epochs * stepsPerEpoch;
    }
}
