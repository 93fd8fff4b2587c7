package io.flamemark.maskrcnn.layers;

import ai.djl.ndarray.NDArray;
import ai.djl.training.GradientCollector;
import io.flamemark.maskrcnn.ops.TorchRuntime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;

/**
 * The way back through a network, from a loss to the gradients of its weights, where some parts are computed a second time
 * rather than keeping all their maps until then (Chen et al. 2016, Training Deep Nets with Sublinear Memory Cost). The
 * gradients are the same.
 */
public final class WayBack {

    private final Deque<Postponed> parts = new ArrayDeque<>();

    private record Postponed(NDArray output, Supplier<NDArray> part) {}

    /**
     * What a part gives, without what its way back would need. Each part must end before the next one begins.
     *
     * @param part computes the same whenever it is called
     */
    public NDArray postponed(Supplier<NDArray> part) {
        NDArray output = TorchRuntime.withoutGradients(part);
        output.setRequiresGradient(true);
        parts.push(new Postponed(output, part));
        return output;
    }

    /** Adds a loss's gradient to that of every weight it depends on. Can be gone once. */
    public void go(NDArray loss, GradientCollector collector) {
        collector.backward(loss);
        while (!parts.isEmpty()) {
            Postponed last = parts.pop();
            try (NDArray gradient = last.output().getGradient();
                    NDArray again = last.part().get();
                    NDArray weighted = again.mul(gradient);
                    NDArray sum = weighted.sum()) {
                collector.backward(sum);
            }
        }
    }
}
