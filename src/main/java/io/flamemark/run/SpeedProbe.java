package io.flamemark.run;

import io.flamemark.dataset.Dataset;
import java.util.List;

/**
 * A training of a few steps that only measures how fast this machine is: run like any other, in a directory of its own
 * that is thrown away, it leaves its {@link Speed}.
 */
public final class SpeedProbe {

    private static final int STEPS = 5;
    private static final int MOST_IMAGES = 8;

    private SpeedProbe() {}

    /** The same network and images, and next to no end. */
    public static RunConfig config(RunConfig config) {
        RunConfig brief = new ConfigOverride("optimization.epochs", "1").applyTo(config);
        brief = new ConfigOverride("tuning.accumulate", "1").applyTo(brief);
        return new ConfigOverride("optimization.stepsPerEpoch", "" + STEPS).applyTo(brief);
    }

    /** A few of the training images. */
    public static Dataset dataset(Dataset dataset) {
        int count = Math.min(MOST_IMAGES, dataset.train().size());
        return new Dataset(dataset.labels(), dataset.train().subList(0, count), List.of(), List.of());
    }
}
