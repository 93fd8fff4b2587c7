package io.flamemark.run;

import java.util.List;
import java.util.Optional;

/**
 * What to try when a training needs more memory than there is: the next smaller setting, and how to say so. First the
 * batch, whose gradients are then averaged over more of them, so that the network learns as before but slower; then the
 * size of the images, which costs small objects.
 *
 * @param config to train with
 * @param changes that make it of the setting before
 * @param words of what is different, to follow "try"
 */
public record SmallerSetting(RunConfig config, List<ConfigOverride> changes, String words) {

    /** Smaller images show too little. */
    private static final int SMALLEST_SIDE = 128;

    private static final double SHRINK = 0.75;

    /** The next smaller setting, empty where there is none that makes sense. */
    public static Optional<SmallerSetting> of(RunConfig config) {
        int batch = config.optimization().batchSize();
        int side = config.network().minSize();
        if (batch > 1) {
            return Optional.of(withBatch(config, batch, batch / 2));
        }
        return side > SMALLEST_SIDE ? Optional.of(withSide(config, side, smaller(side))) : Optional.empty();
    }

    private static SmallerSetting withBatch(RunConfig config, int was, int batch) {
        int accumulate = (config.tuning().accumulate() * was + batch - 1) / batch;
        return of(
                config,
                List.of(set("optimization.batchSize", batch), set("tuning.accumulate", accumulate)),
                "a batch of " + batch + (batch == 1 ? " image" : " images") + " at a time instead of " + was);
    }

    private static SmallerSetting withSide(RunConfig config, int was, int side) {
        int longer = (int) Math.max(side, (long) config.network().maxSize() * side / was);
        return of(
                config,
                List.of(set("network.minSize", side), set("network.maxSize", longer)),
                "images of " + side + " pixels on the shorter side instead of " + was);
    }

    private static int smaller(int side) {
        int strides = (int) (side * SHRINK / RunConfig.STRIDE);
        return Math.max(SMALLEST_SIDE, Math.min(side - 1, strides * RunConfig.STRIDE));
    }

    private static ConfigOverride set(String field, int value) {
        return new ConfigOverride(field, "" + value);
    }

    private static SmallerSetting of(RunConfig config, List<ConfigOverride> changes, String words) {
        RunConfig smaller = config;
        for (ConfigOverride change : changes) {
            smaller = change.applyTo(smaller);
        }
        return new SmallerSetting(smaller, changes, words);
    }
}
