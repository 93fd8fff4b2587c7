package io.flamemark.maskrcnn.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.flamemark.maskrcnn.layers.Parameters;
import io.flamemark.maskrcnn.ops.TorchFunction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Stochastic gradient descent with momentum as PyTorch defines it: the learning rate stands outside the momentum, so a
 * schedule acts at once (DJL's own keeps it inside). One scripted function a weight, in place: nothing is allocated but
 * one product.
 */
final class Sgd implements Optimizer {

    private final Map<String, NDArray> weights;
    private final Map<String, NDArray> velocities = new LinkedHashMap<>();
    private final double weightDecay;
    private final NDManager manager;
    private final TorchFunction update;

    Sgd(Parameters parameters, double momentum, double weightDecay) {
        this.weightDecay = weightDecay;
        manager = parameters.manager();
        weights = parameters.trainable();
        weights.forEach((name, weight) -> velocities.put(name, manager.zeros(weight.getShape())));
        update = TorchFunction.compile(
                List.of("gradient", "weight", "velocity", "factor", "decay", "rate"), """
                torch.mul_(gradient, factor)
                torch.addcmul_(gradient, weight, decay)
                torch.add_(torch.mul_(velocity, %s), gradient)
                torch.addcmul_(weight, velocity, rate, value=-1)
                return torch.zero_(gradient)
                """.formatted(momentum));
    }

    @Override
    public void step(double learningRate, double gradientFactor) {
        try (NDManager step = manager.newSubManager()) {
            NDArray factor = step.create((float) gradientFactor);
            NDArray rate = step.create((float) learningRate);
            NDArray decay = step.create((float) weightDecay);
            NDArray noDecay = step.create(0f);
            weights.forEach((name, weight) -> {
                NDArray gradient = weight.getGradient();
                gradient.attach(step);
                NDArray itsDecay = Optimizer.decays(weight) ? decay : noDecay;
                update.apply(gradient, weight, velocities.get(name), factor, itsDecay, rate);
            });
        }
    }

    @Override
    public Map<String, NDArray> state() {
        return velocities;
    }

    @Override
    public void close() {
        update.close();
    }
}
