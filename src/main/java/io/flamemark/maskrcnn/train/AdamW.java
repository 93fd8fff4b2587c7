package io.flamemark.maskrcnn.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.flamemark.maskrcnn.ops.TorchFunction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Adam with decoupled weight decay (Loshchilov and Hutter 2019), as PyTorch computes it with its usual betas, 0.9 and
 * 0.999, and epsilon, 1e-8.
 */
final class AdamW implements Optimizer {

    private static final double BETA_MEAN = 0.9;
    private static final double BETA_SQUARE = 0.999;
    private static final String STEPS = "steps";

    /** In place. The rate changes from step to step, so it comes as an array, folded into the denominator. */
    private static final String UPDATE = """
            torch.mul_(gradient, factor)
            torch.mul_(weight, keep)
            torch.add_(torch.mul_(mean, %1$s), gradient, alpha=%2$s)
            torch.addcmul_(torch.mul_(square, %3$s), gradient, gradient, value=%4$s)
            denominator = torch.add_(torch.div_(torch.sqrt(square), correction), 1.0e-08)
            torch.addcdiv_(weight, mean, torch.mul_(denominator, inverse), value=-1)
            return torch.zero_(gradient)
            """.formatted(BETA_MEAN, 1 - BETA_MEAN, BETA_SQUARE, 1 - BETA_SQUARE);

    private final List<WeightGroup> groups;
    private final Map<String, NDArray> state = new LinkedHashMap<>();
    private final NDManager manager;
    private final TorchFunction update;

    AdamW(NDManager manager, List<WeightGroup> groups) {
        this.manager = manager;
        this.groups = groups;
        groups.forEach(group -> group.weights().forEach((name, weight) -> {
            state.put(name + ".mean", manager.zeros(weight.getShape()));
            state.put(name + ".square", manager.zeros(weight.getShape()));
        }));
        state.put(STEPS, manager.create(0f));
        update = TorchFunction.compile(
                List.of("gradient", "weight", "mean", "square", "factor", "keep", "correction", "inverse"), UPDATE);
    }

    @Override
    public void step(double learningRate, double gradientFactor) {
        state.get(STEPS).addi(1);
        double steps = state.get(STEPS).getFloat();
        try (NDManager step = manager.newSubManager()) {
            NDArray factor = step.create((float) gradientFactor);
            NDArray correction = step.create((float) Math.sqrt(1 - Math.pow(BETA_SQUARE, steps)));
            for (WeightGroup group : groups) {
                double rate = learningRate * group.rate();
                NDArray keep = step.create((float) (1 - rate * group.decay()));
                NDArray inverse = step.create((float) ((1 - Math.pow(BETA_MEAN, steps)) / rate));
                group.weights().forEach((name, weight) -> {
                    NDArray gradient = weight.getGradient();
                    gradient.attach(step);
                    NDArray mean = state.get(name + ".mean");
                    NDArray square = state.get(name + ".square");
                    update.apply(gradient, weight, mean, square, factor, keep, correction, inverse);
                });
            }
        }
    }

    @Override
    public Map<String, NDArray> state() {
        return state;
    }

    @Override
    public void close() {
        update.close();
    }
}
