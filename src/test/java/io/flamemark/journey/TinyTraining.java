package io.flamemark.journey;

import java.util.LinkedHashMap;
import java.util.Map;

/** A training that takes seconds, by the names its settings have in {@code config.json}. */
final class TinyTraining {

    private TinyTraining() {}

    static Map<String, Object> settings(int epochs, int stepsPerEpoch) {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("network.backbone", "resnet18");
        settings.put("network.backboneChannels", 16);
        settings.put("network.minSize", 96);
        settings.put("network.maxSize", 144);
        settings.put("network.fpnChannels", 16);
        settings.put("network.headWidth", 32);
        settings.put("network.maskLayers", 1);
        settings.put("sampling.rpnBatchPerImage", 64);
        settings.put("sampling.proposalsBeforeNms", 100);
        settings.put("sampling.proposalsAfterNms", 40);
        settings.put("sampling.roiBatchPerImage", 32);
        settings.put("sampling.roiPositiveFraction", 0.5);
        settings.put("sampling.detectionsPerImage", 5);
        settings.put("optimization.epochs", epochs);
        settings.put("optimization.stepsPerEpoch", stepsPerEpoch);
        settings.put("optimization.batchSize", 2);
        settings.put("optimization.learningRate", 0.002);
        settings.put("optimization.warmupSteps", 4);
        return settings;
    }
}
