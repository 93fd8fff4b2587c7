package io.flamemark.maskrcnn.train;

import ai.djl.ndarray.NDArray;
import io.flamemark.maskrcnn.layers.Parameters;
import io.flamemark.run.RunConfig;
import java.util.Map;

/** Changes the weights by their gradients, once a step, and clears the gradients. The formulas are PyTorch's. */
interface Optimizer extends AutoCloseable {

    /**
     * One step.
     *
     * @param gradientFactor gradients are multiplied by it first, for clipping
     */
    void step(double learningRate, double gradientFactor);

    /** The optimizer's memory by name, for checkpoints; live arrays. */
    Map<String, NDArray> state();

    @Override
    void close();

    /** The optimizer a configuration names. */
    static Optimizer create(RunConfig.Optimization config, Parameters parameters) {
        return switch (config.optimizer()) {
            case "sgd" -> new Sgd(parameters, config.momentum(), config.weightDecay());
            case "adamw" -> new AdamW(parameters, config.weightDecay());
            default ->
                throw new IllegalArgumentException(
                        "no optimizer named " + config.optimizer() + "; there are sgd and adamw");
        };
    }

    /** Weight decay is for matrices and kernels, not for norms and biases. */
    static boolean decays(NDArray weight) {
        return weight.getShape().dimension() > 1;
    }
}
