package io.flamemark.run;

import java.util.Optional;

/**
 * What to try when a training needs more memory than there is: the next smaller setting, and how to say so. First the
 * batch, whose gradients are then averaged over more of them, so that the network learns as before but slower; then the
 * size of the images, which costs small objects.
 *
 * @param config to train with
 * @param words of what is different, to follow "try"
 */
public record SmallerSetting(RunConfig config, String words) {

    /** Smaller images show too little. */
    private static final int SMALLEST_SIDE = 128;

    private static final double SHRINK = 0.75;
    private static final int STRIDE = 32;

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
        RunConfig smaller = set(config, "optimization.batchSize", batch);
        return new SmallerSetting(
                set(smaller, "tuning.accumulate", accumulate),
                "a batch of " + batch + (batch == 1 ? " image" : " images") + " at a time instead of " + was);
    }

    private static SmallerSetting withSide(RunConfig config, int was, int side) {
        int longer = (int) Math.max(side, (long) config.network().maxSize() * side / was);
        RunConfig smaller = set(config, "network.minSize", side);
        return new SmallerSetting(
                set(smaller, "network.maxSize", longer),
                "images of " + side + " pixels on the shorter side instead of " + was);
    }

    private static int smaller(int side) {
        int strides = (int) (side * SHRINK / STRIDE);
        return Math.max(SMALLEST_SIDE, Math.min(side - 1, strides * STRIDE));
    }

    private static RunConfig set(RunConfig config, String field, int value) {
        return new ConfigOverride(field, "" + value).applyTo(config);
    }
}
