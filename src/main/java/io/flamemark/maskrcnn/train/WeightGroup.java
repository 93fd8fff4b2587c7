package io.flamemark.maskrcnn.train;

import ai.djl.ndarray.NDArray;
import io.flamemark.maskrcnn.layers.Parameters;
import io.flamemark.run.RunConfig;
import io.flamemark.weights.TorchvisionNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Weights that are updated alike, what PyTorch calls a parameter group.
 *
 * @param weights those that train, by name
 * @param rate their learning rate as a share of the step's
 * @param decay their weight decay
 */
record WeightGroup(Map<String, NDArray> weights, double rate, double decay) {

    /** The weights that train, parted by learning rate and decay; what is frozen is in none. */
    static List<WeightGroup> of(RunConfig.Optimization config, RunConfig.Tuning tuning, Parameters parameters) {
        record Kind(double rate, double decay) {}
        Map<Kind, Map<String, NDArray>> byKind = new LinkedHashMap<>();
        parameters.trainable().forEach((name, weight) -> {
            Kind kind = new Kind(
                    name.startsWith(TorchvisionNames.BODY) ? tuning.backboneRate() : 1,
                    tuning.decayAll() || isKernel(weight) ? config.weightDecay() : 0);
            byKind.computeIfAbsent(kind, k -> new LinkedHashMap<>()).put(name, weight);
        });
        List<WeightGroup> groups = new ArrayList<>();
        byKind.forEach((kind, weights) -> groups.add(new WeightGroup(weights, kind.rate, kind.decay)));
        return groups;
    }

    /** Matrices and kernels have several dimensions, the scales of norms and biases have one. */
    private static boolean isKernel(NDArray weight) {
        return weight.getShape().dimension() > 1;
    }
}
