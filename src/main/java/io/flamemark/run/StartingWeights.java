package io.flamemark.run;

import io.flamemark.weights.Architecture;
import io.flamemark.weights.TensorFile;
import io.flamemark.weights.WeightsCache;
import io.flamemark.weights.WeightsException;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Makes a configuration fit the weights it starts from: a name such as {@code coco} becomes the file it stands for, and
 * the network becomes the one the file is of. What is not the file's to say, such as the size of the images, stays; a
 * preset that starts from pretrained weights learns as {@link TransferSettings} says.
 */
public final class StartingWeights {

    /** What a configuration names where it starts from nothing. */
    static final String NONE = "none";

    private StartingWeights() {}

    /**
     * The configuration to train with.
     *
     * @param config its weights are {@code none}, the name of published weights, or a path
     * @throws WeightsException if there is no such file, or it is of no network known here; the message is for the user
     */
    public static RunConfig resolve(RunConfig config, WeightsCache cache) throws IOException {
        if (config.network().startsFromNothing()) {
            return config;
        }
        Path path = cache.find(config.network().weights());
        try (TensorFile file = TensorFile.open(path)) {
            Architecture architecture = Architecture.of(file);
            RunConfig named = new ConfigOverride("network.weights", path.toString()).applyTo(config);
            RunConfig fitting = withNetwork(config, network(config.network(), path, architecture));
            // A configuration that fits already was led over before, or made by hand: what was set since stands.
            return architecture.batchNorm() && !fitting.equals(named)
                    ? TransferSettings.of(fitting, architecture.heads().isEmpty())
                    : fitting;
        }
    }

    /**
     * The network that a file is of, and what it does not say as it was. Pretrained norms are kept frozen: a batch of a
     * few images says less than the statistics they come with.
     */
    public static RunConfig.Network network(RunConfig.Network was, Path weights, Architecture file) {
        boolean pretrainedDetector = file.batchNorm() && file.heads().isPresent();
        return new RunConfig.Network(
                file.backbone(),
                file.backboneChannels(),
                file.batchNorm() ? "frozen" : "group",
                pretrainedDetector ? "torchvision" : was.recipe(),
                weights.toString(),
                was.minSize(),
                was.maxSize(),
                file.heads().map(Architecture.Heads::fpnChannels).orElse(was.fpnChannels()),
                file.heads().map(Architecture.Heads::headWidth).orElse(was.headWidth()),
                file.heads().map(Architecture.Heads::maskLayers).orElse(was.maskLayers()),
                was.trainableStages());
    }

    private static RunConfig withNetwork(RunConfig config, RunConfig.Network network) {
        return new RunConfig(
                config.version(),
                config.preset(),
                network,
                config.sampling(),
                config.optimization(),
                config.tuning(),
                config.augmenting(),
                config.validation(),
                config.machine());
    }
}
