package io.flamemark.maskrcnn.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.flamemark.maskrcnn.ops.TorchFunction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Stochastic gradient descent with momentum as PyTorch defines it: the learning rate stands outside the momentum, so a
 * schedule acts at once (DJL's own keeps it inside). With Nesterov's look ahead the step goes along the momentum as it
 * will be. One scripted function a weight, in place: nothing is allocated but one product.
 */
final class Sgd implements Optimizer {

    private final List<WeightGroup> groups;
    private final Map<String, NDArray> velocities = new LinkedHashMap<>();
    private final NDManager manager;
    private final TorchFunction update;

    Sgd(NDManager manager, List<WeightGroup> groups, double momentum, boolean nesterov) {
        this.manager = manager;
        this.groups = groups;
        groups.forEach(group ->
                group.weights().forEach((name, weight) -> velocities.put(name, manager.zeros(weight.getShape()))));
        update = TorchFunction.compile(
                List.of("gradient", "weight", "velocity", "factor", "decay", "rate"), """
                torch.mul_(gradient, factor)
                torch.addcmul_(gradient, weight, decay)
                torch.add_(torch.mul_(velocity, %1$s), gradient)
                torch.addcmul_(weight, %2$s, rate, value=-1)
                return torch.zero_(gradient)
                """.formatted(
                        momentum, nesterov ? "torch.add_(gradient, velocity, alpha=" + momentum + ")" : "velocity"));
    }

    @Override
    public void step(double learningRate, double gradientFactor) {
        try (NDManager step = manager.newSubManager()) {
            NDArray factor = step.create((float) gradientFactor);
            for (WeightGroup group : groups) {
                NDArray rate = step.create((float) (learningRate * group.rate()));
                NDArray decay = step.create((float) group.decay());
                group.weights().forEach((name, weight) -> {
                    NDArray gradient = weight.getGradient();
                    gradient.attach(step);
                    update.apply(gradient, weight, velocities.get(name), factor, decay, rate);
                });
            }
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
