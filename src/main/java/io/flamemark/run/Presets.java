package io.flamemark.run;

import io.flamemark.dataset.Dataset;
import io.flamemark.run.RunConfig.Machine;
import io.flamemark.run.RunConfig.Network;
import io.flamemark.run.RunConfig.Optimization;
import io.flamemark.run.RunConfig.Sampling;
import io.flamemark.run.RunConfig.Validation;
import java.util.List;

/**
 * Configurations for people who do not want to choose: all learn from nothing, until pretrained weights are chosen
 * ({@link TransferSettings}). {@code demo} shows within minutes that it learns; {@code quick} gives a usable model in
 * about twenty minutes on two cores; {@code balanced} takes hours and {@code best} a night and more, the longer the
 * more images there are. {@link Estimate} tells it for the machine and the images at hand.
 */
public final class Presets {

    private static final List<String> NAMES = List.of("demo", "quick", "balanced", "best");

    private static final List<Integer> EPOCHS = List.of(5, 20, 40, 80);

    private static final Sampling SMALL_SAMPLING = new Sampling(128, 500, 200, 64, 0.25, 50, 0.05, 0.5);
    private static final Sampling LARGE_SAMPLING = new Sampling(256, 1000, 500, 128, 0.25, 100, 0.05, 0.5);
    private static final Augmenting AUGMENTING = new Augmenting(0.5, 0.2, 0.5, 0.4);
    private static final int LEAST_PATIENCE = 5;
    private static final long SEED = 1;

    private Presets() {}

    /** The presets there are, fastest first. */
    public static List<String> names() {
        return NAMES;
    }

    /**
     * The configuration of a preset for a dataset.
     *
     * @throws IllegalArgumentException if there is no such preset, with a sentence for the user
     */
    public static RunConfig of(String name, Dataset dataset) {
        return switch (name) {
            case "demo" ->
                config(name, network("resnet18", 192, 64, 128, 2), SMALL_SAMPLING, optimization(epochs(name), 40, 2));
            case "quick" ->
                config(name, network("resnet18", 256, 64, 256, 2), SMALL_SAMPLING, optimization(epochs(name), 60, 2));
            case "balanced" ->
                config(
                        name,
                        network("resnet34", 320, 128, 512, 4),
                        LARGE_SAMPLING,
                        optimization(epochs(name), perEpoch(dataset), 2));
            case "best" ->
                config(
                        name,
                        network("resnet50", 512, 256, 1024, 4),
                        LARGE_SAMPLING,
                        optimization(epochs(name), perEpoch(dataset), 2));
            default ->
                throw new IllegalArgumentException(
                        "There is no preset \"" + name + "\"; there are " + String.join(", ", NAMES) + ".");
        };
    }

    private static int epochs(String name) {
        return EPOCHS.get(NAMES.indexOf(name));
    }

    /** Whether a configuration has as many epochs as the preset it came from. */
    static boolean hasItsEpochs(RunConfig config) {
        return NAMES.contains(config.preset()) && config.optimization().epochs() == epochs(config.preset());
    }

    /** Whether the optimizer, its rates and their schedule are those of the presets. */
    static boolean goesDownhillLikeThem(Optimization optimization) {
        return optimization.equals(
                optimization(optimization.epochs(), optimization.stepsPerEpoch(), optimization.batchSize()));
    }

    private static RunConfig config(String name, Network network, Sampling sampling, Optimization optimization) {
        return new RunConfig(
                RunConfig.VERSION,
                name,
                network,
                sampling,
                optimization,
                AUGMENTING,
                new Validation(1, patience(optimization.epochs())),
                new Machine(0, SEED, "auto"));
    }

    /** So many epochs in a row may bring nothing better: a shorter patience ends at the noise of a few images. */
    static int patience(int epochs) {
        return Math.max(LEAST_PATIENCE, epochs * 2 / 5);
    }

    private static Network network(String backbone, int minSize, int fpnChannels, int headWidth, int maskLayers) {
        return new Network(
                backbone,
                64,
                "group",
                "scratch",
                StartingWeights.NONE,
                minSize,
                minSize * 3 / 2,
                fpnChannels,
                headWidth,
                maskLayers,
                "all");
    }

    private static Optimization optimization(int epochs, int stepsPerEpoch, int batchSize) {
        return new Optimization("adamw", epochs, stepsPerEpoch, batchSize, 5e-4, 0.9, 0.01, 20, "cosine", 5);
    }

    /** Twice through the training images, but no fewer than 50 steps, so that each validation sees a change. */
    private static int perEpoch(Dataset dataset) {
        return Math.max(50, dataset.train().size());
    }
}
