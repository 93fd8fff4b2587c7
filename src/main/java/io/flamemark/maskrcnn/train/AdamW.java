package io.flamemark.maskrcnn.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.flamemark.maskrcnn.ops.TorchFunction;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Adam with decoupled weight decay (Loshchilov and Hutter 2019), as PyTorch computes it with its usual betas, 0.9 and
 * 0.999, and epsilon, 1e-8: with its fused operator, which goes over all weights of a group once.
 */
final class AdamW implements Optimizer {

    private static final String STEPS = "steps";

    private final List<FusedGroup> groups;
    private final Map<String, NDArray> state = new LinkedHashMap<>();
    private final NDManager manager;

    AdamW(NDManager manager, List<WeightGroup> groups) {
        this.manager = manager;
        this.groups = groups.stream().map(FusedGroup::new).toList();
        groups.forEach(group -> group.weights().forEach((name, weight) -> {
            state.put(name + ".mean", manager.zeros(weight.getShape()));
            state.put(name + ".square", manager.zeros(weight.getShape()));
        }));
        state.put(STEPS, manager.create(0f));
    }

    @Override
    public void step(double learningRate, double gradientFactor) {
        state.get(STEPS).addi(1);
        try (NDManager step = manager.newSubManager()) {
            NDArray scale = step.create((float) (1 / gradientFactor));
            groups.forEach(group -> group.step(state, learningRate, scale, step));
        }
    }

    @Override
    public Map<String, NDArray> state() {
        return state;
    }

    @Override
    public void close() {
        groups.forEach(group -> group.update.close());
    }

    /** Weights that are updated in one call, in place. */
    private static final class FusedGroup {

        private final WeightGroup group;
        private final TorchFunction update;

        FusedGroup(WeightGroup group) {
            this.group = group;
            int count = group.weights().size();
            List<String> weights = TorchFunction.numbered("weight", count);
            List<String> gradients = TorchFunction.numbered("gradient", count);
            List<String> means = TorchFunction.numbered("mean", count);
            List<String> squares = TorchFunction.numbered("square", count);
            List<String> parameters = Stream.of(weights, gradients, means, squares, List.of(STEPS, "rate", "scale"))
                    .flatMap(List::stream)
                    .toList();
            // What writes to a list that nobody reads again is not executed: hence the gradient that is returned.
            update = TorchFunction.compile(parameters, """
                    gradients = %2$s
                    torch._fused_adamw_(%1$s, gradients, %3$s, %4$s, annotate(List[Tensor], []), %5$s, \
                    lr=rate, beta1=0.9, beta2=0.999, weight_decay=%6$s, eps=1.0e-08, \
                    amsgrad=False, maximize=False, grad_scale=scale)
                    torch._foreach_zero_(gradients)
                    return gradients[0]
                    """.formatted(
                            weights, gradients, means, squares, Collections.nCopies(count, STEPS), group.decay()));
        }

        /** @param scale what gradients are divided by first */
        void step(Map<String, NDArray> state, double learningRate, NDArray scale, NDManager step) {
            Collection<NDArray> weights = group.weights().values();
            List<NDArray> arguments = new ArrayList<>(weights);
            for (NDArray weight : weights) {
                NDArray gradient = weight.getGradient();
                gradient.attach(step);
                arguments.add(gradient);
            }
            Set<String> names = group.weights().keySet();
            names.forEach(name -> arguments.add(state.get(name + ".mean")));
            names.forEach(name -> arguments.add(state.get(name + ".square")));
            NDArray rate = step.create((float) (learningRate * group.rate()));
            arguments.addAll(List.of(state.get(STEPS), rate, scale));
            update.apply(arguments.toArray(NDArray[]::new)).close();
        }
    }
}
