package io.flamemark.maskrcnn.ops;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.training.GradientCollector;

/**
 * A program for a fresh JVM: starts the engine and takes one gradient step of a convolution that must lower its loss.
 */
final class OneGradientStep {

    static final int LOSS_DID_NOT_FALL = 4;

    private OneGradientStep() {}

    public static void main(String[] arguments) {
        TorchRuntime.start(1);
        try (NDManager manager = TorchRuntime.newManager()) {
            NDArray image = manager.ones(new Shape(1, 3, 8, 8));
            NDArray kernel = manager.ones(new Shape(2, 3, 3, 3));
            kernel.setRequiresGradient(true);
            float before;
            try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
                NDArray loss = loss(image, kernel);
                before = loss.getFloat();
                collector.backward(loss);
            }
            float after =
                    loss(image, kernel.sub(kernel.getGradient().mul(1e-4f))).getFloat();
            if (!(after < before)) {
                System.exit(LOSS_DID_NOT_FALL);
            }
        }
    }

    private static NDArray loss(NDArray image, NDArray kernel) {
        NDList output = Conv2d.conv2d(image, kernel, null, new Shape(1, 1), new Shape(1, 1), new Shape(1, 1), 1);
        return output.singletonOrThrow().square().mean();
    }
}
