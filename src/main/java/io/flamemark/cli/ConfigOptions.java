package io.flamemark.cli;

import io.flamemark.dataset.Dataset;
import io.flamemark.run.ConfigOverride;
import io.flamemark.run.Presets;
import io.flamemark.run.RunConfig;
import io.flamemark.run.RunFiles;
import io.flamemark.run.StartingWeights;
import io.flamemark.settings.SettingsStore;
import io.flamemark.weights.WeightsCache;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options of {@code train} that decide the configuration. */
final class ConfigOptions {

    private static final String USUAL_PRESET = "quick";
    private static final String EPOCHS = "optimization.epochs";
    private static final String WEIGHTS = "network.weights";

    @Option(names = "--preset", paramLabel = "NAME", description = "quick, balanced or best (default: quick).")
    private String preset;

    @Option(names = "--config", paramLabel = "FILE", description = "A config.json to start from instead of a preset.")
    private Path config;

    @Option(
            names = "--weights",
            paramLabel = "FILE|NAME|none",
            description =
                    "What training starts from: a .pth or .safetensors file, or coco, resnet18, resnet34, resnet50 "
                            + "or resnet101, which \"weights fetch\" brings. The network becomes the one the weights are of.")
    private String weights;

    @Option(names = "--backbone", paramLabel = "NAME", description = "resnet18, resnet34, resnet50 or resnet101.")
    private String backbone;

    @Option(names = "--epochs", paramLabel = "N", description = "Rounds through the training images.")
    private Integer epochs;

    @Option(names = "--seed", paramLabel = "S", description = "Of weights, order and augmentation.")
    private Long seed;

    @Option(names = "--threads", paramLabel = "N", description = "CPU threads; 0 for all cores.")
    private Integer threads;

    @Option(
            names = "--device",
            paramLabel = "auto|cpu",
            description = "Where the network computes; auto takes a graphics card if this build can use it.")
    private String device;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Set any field of config.json, for example network.minSize=256.")
    private List<String> settings = new ArrayList<>();

    /** Preset or file, then the network of the weights, then the named options, then {@code --set} in order. */
    RunConfig resolve(Dataset dataset) throws IOException {
        RunConfig resolved = config != null
                ? RunFiles.readConfig(config)
                : Presets.of(preset == null ? USUAL_PRESET : preset, dataset);
        List<ConfigOverride> overrides = overrides();
        for (ConfigOverride override : overrides) {
            resolved = override.path().equals(WEIGHTS) ? override.applyTo(resolved) : resolved;
        }
        resolved = StartingWeights.resolve(resolved, new WeightsCache(SettingsStore.weightsFolder()));
        for (ConfigOverride override : overrides) {
            resolved = override.path().equals(WEIGHTS) ? resolved : override.applyTo(resolved);
        }
        return resolved;
    }

    /** The number of epochs, if it was given. */
    Optional<Integer> epochs() {
        return Optional.ofNullable(epochs);
    }

    /** Whether any of the options was given but the number of epochs. */
    boolean isGivenBesidesEpochs() {
        return preset != null
                || config != null
                || !settings.isEmpty()
                || named().stream().anyMatch(option -> !option.path().equals(EPOCHS));
    }

    private List<ConfigOverride> overrides() {
        List<ConfigOverride> all = named();
        settings.stream().map(ConfigOverride::parse).forEach(all::add);
        return all;
    }

    private List<ConfigOverride> named() {
        List<ConfigOverride> all = new ArrayList<>();
        add(all, WEIGHTS, weights);
        add(all, "network.backbone", backbone);
        add(all, EPOCHS, epochs);
        add(all, "machine.seed", seed);
        add(all, "machine.threads", threads);
        add(all, "machine.device", device);
        return all;
    }

    private static void add(List<ConfigOverride> all, String path, Object value) {
        if (value != null) {
            all.add(new ConfigOverride(path, value.toString()));
        }
    }
}
