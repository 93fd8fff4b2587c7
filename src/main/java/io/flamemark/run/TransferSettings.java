package io.flamemark.run;

import io.flamemark.run.RunConfig.Optimization;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a preset changes where training starts from pretrained weights. The presets are made for learning from nothing;
 * what is known already only has to be led over to new objects, as torchvision's tutorial does it: by SGD at a low rate
 * with two drops, in few epochs, and with the stem and the first stage kept as they are. A preset whose way downhill a
 * person has changed is left alone.
 *
 * @see <a href="https://pytorch.org/tutorials/intermediate/torchvision_tutorial.html">the tutorial</a>
 */
public final class TransferSettings {

    private static final String OPTIMIZER = "sgd";

    /** 0.005 with two images a step. */
    private static final double RATE_OF_IMAGE = 0.0025;

    private static final double WEIGHT_DECAY = 5e-4;
    private static final int LONGEST_WARMUP = 1000;
    private static final int FEWEST_EPOCHS = 5;

    private TransferSettings() {}

    /** Whether a configuration leads over what is known, rather than learning from nothing. */
    public static boolean areIn(RunConfig config) {
        return !config.network().weights().equals(StartingWeights.NONE)
                && config.optimization().optimizer().equals(OPTIMIZER)
                && config.network().norm().equals("frozen")
                && !config.network().trainableStages().equals("all");
    }

    /** The configuration for weights that were pretrained, if it goes downhill as the presets do. */
    static RunConfig of(RunConfig config) {
        if (!Presets.goesDownhillLikeThem(config.optimization())) {
            return config;
        }
        RunConfig changed = config;
        for (Map.Entry<String, Object> change : changes(config).entrySet()) {
            changed = new ConfigOverride(change.getKey(), change.getValue().toString()).applyTo(changed);
        }
        return changed;
    }

    private static Map<String, Object> changes(RunConfig config) {
        Optimization optimization = config.optimization();
        int images = optimization.batchSize() * config.tuning().accumulate();
        Map<String, Object> changes = new LinkedHashMap<>();
        changes.put("optimization.optimizer", OPTIMIZER);
        changes.put("optimization.learningRate", RATE_OF_IMAGE * images);
        changes.put("optimization.weightDecay", WEIGHT_DECAY);
        changes.put("optimization.schedule", "step");
        if (optimization.stepsPerEpoch() > 0) {
            // torchvision's reference training: the first epoch, but no more than a thousand steps.
            changes.put("optimization.warmupSteps", Math.min(LONGEST_WARMUP, optimization.stepsPerEpoch()));
        }
        if (config.network().trainableStages().equals("all")) {
            changes.put("network.trainableStages", "3+");
        }
        if (Presets.hasItsEpochs(config)) {
            int epochs = Math.max(FEWEST_EPOCHS, optimization.epochs() / 2);
            changes.put("optimization.epochs", epochs);
            changes.put("validation.patience", Presets.patience(epochs));
        }
        return changes;
    }
}
