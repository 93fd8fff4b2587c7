package io.flamemark.maskrcnn.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.flamemark.maskrcnn.layers.Parameters;
import io.flamemark.maskrcnn.ops.TorchFunction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Adam with decoupled weight decay (Loshchilov and Hutter 2019), betas .9 and .999, as PyTorch computes it. */
final class AdamW implements Optimizer {

    private static final double BETA_MEAN = 0.9;
    private static final double BETA_SQUARE = 0.999;
    private static final String STEPS = "steps";

    /** In place; the step's size is folded into the denominator so that it can be an array. */
    private static final String UPDATE = """
            torch.mul_(gradient, factor)
            torch.mul_(weight, keep)
            torch.add_(torch.mul_(mean, %1$s), gradient, alpha=%2$s)
            torch.addcmul_(torch.mul_(square, %3$s), gradient, gradient, value=%4$s)
            denominator = torch.add_(torch.div_(torch.sqrt(square), correction), 1.0e-08)
            torch.addcdiv_(weight, mean, torch.mul_(denominator, inverse), value=-1)
            return torch.zero_(gradient)
            """.formatted(BETA_MEAN, 1 - BETA_MEAN, BETA_SQUARE, 1 - BETA_SQUARE);

    private final Map<String, NDArray> weights;
    private final Map<String, NDArray> state = new LinkedHashMap<>();
    private final double weightDecay;
    private final NDManager manager;
    private final TorchFunction update;

    AdamW(Parameters parameters, double weightDecay) {
        this.weightDecay = weightDecay;
        manager = parameters.manager();
        weights = parameters.trainable();
        weights.forEach((name, weight) -> {
            state.put(name + ".mean", manager.zeros(weight.getShape()));
            state.put(name + ".square", manager.zeros(weight.getShape()));
        });
        state.put(STEPS, manager.create(0f));
        update = TorchFunction.compile(
                List.of("gradient", "weight", "mean", "square", "factor", "keep", "correction", "inverse"), UPDATE);
    }

    @Override
    public void step(double learningRate, double gradientFactor) {
        state.get(STEPS).addi(1);
        double steps = state.get(STEPS).getFloat();
        double size = learningRate / (1 - Math.pow(BETA_MEAN, steps));
        try (NDManager step = manager.newSubManager()) {
            NDArray factor = step.create((float) gradientFactor);
            NDArray keep = step.create((float) (1 - learningRate * weightDecay));
            NDArray keepAll = step.create(1f);
            NDArray correction = step.create((float) Math.sqrt(1 - Math.pow(BETA_SQUARE, steps)));
            NDArray inverse = step.create((float) (1 / size));
            weights.forEach((name, weight) -> {
                NDArray gradient = weight.getGradient();
                gradient.attach(step);
                update.apply(
                        gradient,
                        weight,
                        state.get(name + ".mean"),
                        state.get(name + ".square"),
                        factor,
                        Optimizer.decays(weight) ? keep : keepAll,
                        correction,
                        inverse);
            });
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
