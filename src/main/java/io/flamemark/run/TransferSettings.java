package io.flamemark.run;

import io.flamemark.run.RunConfig.Optimization;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a preset changes where training starts from pretrained weights. The presets are made for learning from nothing.
 * What a whole detector knows only has to be led over to new objects, as torchvision's tutorial does it: by SGD at a
 * low rate with two drops, in few epochs, and with the stem and the first stage kept as they are. On a backbone alone
 * the pyramid and the heads do learn from nothing, and go the preset's way; the backbone follows at a tenth of the
 * rate, its stem and first stage as they are. A preset whose way downhill a person has changed is left alone.
 *
 * @see <a href="https://pytorch.org/tutorials/intermediate/torchvision_tutorial.html">the tutorial</a>
 */
public final class TransferSettings {

    private static final String OPTIMIZER = "sgd";

    /** 0.005 with two images a step. */
    private static final double RATE_OF_IMAGE = 0.0025;

    private static final double WEIGHT_DECAY = 5e-4;
    private static final double BACKBONE_RATE = 0.1;
    private static final String FROM_STAGE_3 = "3+";
    private static final int LONGEST_WARMUP = 1000;
    private static final int FEWEST_EPOCHS = 5;

    private TransferSettings() {}

    /** Whether a configuration leads over what a detector knows, rather than learning from nothing. */
    public static boolean areIn(RunConfig config) {
        return startsPretrained(config)
                && config.optimization().optimizer().equals(OPTIMIZER)
                && !config.network().trainableStages().equals("all");
    }

    /** Whether a configuration starts from a backbone alone, and lets it follow slowly. */
    public static boolean areOfBackbone(RunConfig config) {
        return startsPretrained(config)
                && !config.network().isTorchvisions()
                && config.tuning().backboneRate() < 1;
    }

    private static boolean startsPretrained(RunConfig config) {
        return !config.network().startsFromNothing() && config.network().norm().equals("frozen");
    }

    /**
     * The configuration for weights that were pretrained, if it goes downhill as the presets do.
     *
     * @param backboneAlone whether the weights are of no more than a backbone
     */
    static RunConfig of(RunConfig config, boolean backboneAlone) {
        if (!Presets.goesDownhillLikeThem(config.optimization())) {
            return config;
        }
        RunConfig changed = config;
        Map<String, Object> changes = backboneAlone ? ofBackbone(config) : ofDetector(config);
        for (Map.Entry<String, Object> change : changes.entrySet()) {
            changed = new ConfigOverride(change.getKey(), change.getValue().toString()).applyTo(changed);
        }
        return changed;
    }

    private static Map<String, Object> ofBackbone(RunConfig config) {
        Map<String, Object> changes = stages(config);
        if (config.tuning().backboneRate() == 1) {
            changes.put("tuning.backboneRate", BACKBONE_RATE);
        }
        return changes;
    }

    private static Map<String, Object> stages(RunConfig config) {
        Map<String, Object> changes = new LinkedHashMap<>();
        if (config.network().trainableStages().equals("all")) {
            changes.put("network.trainableStages", FROM_STAGE_3);
        }
        return changes;
    }

    private static Map<String, Object> ofDetector(RunConfig config) {
        Optimization optimization = config.optimization();
        int images = config.imagesAStep();
        Map<String, Object> changes = stages(config);
        changes.put("optimization.optimizer", OPTIMIZER);
        changes.put("optimization.learningRate", RATE_OF_IMAGE * images);
        changes.put("optimization.weightDecay", WEIGHT_DECAY);
        changes.put("optimization.schedule", "step");
        if (optimization.stepsPerEpoch() > 0) {
            // torchvision's reference training: the first epoch, but no more than a thousand steps.
            changes.put("optimization.warmupSteps", Math.min(LONGEST_WARMUP, optimization.stepsPerEpoch()));
        }
        if (Presets.hasItsEpochs(config)) {
            int epochs = Math.max(FEWEST_EPOCHS, optimization.epochs() / 2);
            changes.put("optimization.epochs", epochs);
            changes.put("validation.patience", Presets.patience(epochs));
        }
        return changes;
    }
}
