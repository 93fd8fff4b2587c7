package io.flamemark.maskrcnn.train;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import io.flamemark.maskrcnn.layers.Parameters;

/**
 * Gradients of zero for all weights, before the first step. They stay for the whole run; PyTorch would make them in the
 * midst of the first way back, between maps, and the places the maps leave would then be too small for the next step's.
 */
final class FirstGradients {

    private FirstGradients() {}

    static void make(Parameters parameters) {
        try (NDManager scratch = parameters.manager().newSubManager()) {
            NDArray nothing = scratch.create(0f);
            for (NDArray weight : parameters.trainable().values()) {
                try (GradientCollector collector = Engine.getInstance().newGradientCollector();
                        NDArray product = weight.mul(nothing);
                        NDArray sum = product.sum()) {
                    collector.backward(sum);
                }
            }
        }
    }
}
