package io.flamemark.run;

/**
 * How long a run is.
 *
 * @param stepsPerEpoch optimizer steps, each over one batch or, with accumulation, several
 */
public record RunLength(int epochs, int stepsPerEpoch) {

    /** @param images to train on, at least 1 */
    public static RunLength of(RunConfig config, int images) {
        int perStep = config.imagesAStep();
        int wanted = config.optimization().stepsPerEpoch();
        return new RunLength(config.optimization().epochs(), wanted > 0 ? wanted : (images + perStep - 1) / perStep);
    }

    /** Of all epochs. */
    public int steps() {
        return epochs * stepsPerEpoch;
    }
}
