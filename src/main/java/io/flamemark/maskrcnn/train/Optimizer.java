package io.flamemark.maskrcnn.train;

import ai.djl.ndarray.NDArray;
import io.flamemark.maskrcnn.layers.Parameters;
import io.flamemark.run.RunConfig;
import java.util.List;
import java.util.Map;

/** Changes the weights by their gradients, once a step, and clears the gradients. The formulas are PyTorch's. */
interface Optimizer extends AutoCloseable {

    /**
     * One step.
     *
     * @param learningRate of the step; a group's is its share of it
     * @param gradientFactor gradients are multiplied by it first, for clipping and for means over several batches
     */
    void step(double learningRate, double gradientFactor);

    /** The optimizer's memory by name, for checkpoints; live arrays. */
    Map<String, NDArray> state();

    @Override
    void close();

    /** The optimizer a configuration names. */
    static Optimizer create(RunConfig.Optimization config, RunConfig.Tuning tuning, Parameters parameters) {
        List<WeightGroup> groups = WeightGroup.of(config, tuning, parameters);
        return switch (config.optimizer()) {
            case "sgd" -> new Sgd(parameters.manager(), groups, config.momentum(), tuning.nesterov());
            case "adamw" -> new AdamW(parameters.manager(), groups);
            default ->
                throw new IllegalArgumentException(
                        "no optimizer named " + config.optimizer() + "; there are sgd and adamw");
        };
    }
}
