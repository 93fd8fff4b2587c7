package io.flamemark.maskrcnn.layers;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.training.GradientCollector;
import io.flamemark.maskrcnn.ops.TorchFunction;
import io.flamemark.maskrcnn.ops.TorchFunctions;
import io.flamemark.maskrcnn.ops.TorchRuntime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;

/**
 * The way back through a network, from its losses to the gradients of its weights, in the order that holds the fewest
 * maps at a time. What lies {@linkplain #beyond beyond} some maps goes back as soon as its loss is known and is
 * forgotten before the next such part begins; what is {@linkplain #postponed postponed} is computed a second time
 * rather than keeping all its maps until then (Chen et al. 2016, Training Deep Nets with Sublinear Memory Cost). The
 * gradients are the same.
 */
public final class WayBack {

    /** By the number of maps. */
    private static final TorchFunctions<Integer> BACKWARD = new TorchFunctions<>(WayBack::backwardFrom);

    private final GradientCollector collector;
    private final Deque<Postponed> parts = new ArrayDeque<>();

    private record Postponed(NDList inputs, NDList outputs, UnaryOperator<NDList> part) {}

    private WayBack(GradientCollector collector) {
        this.collector = collector;
    }

    /** For what is computed inside a gradient collector. */
    public static WayBack of(GradientCollector collector) {
        return new WayBack(collector);
    }

    /** For those who only look: losses are told, and nobody goes back. */
    public static WayBack none() {
        return new WayBack(null);
    }

    /** Whether anybody will go back: it is training, not looking. */
    public boolean isRecorded() {
        return collector != null;
    }

    /**
     * What a part makes of the maps of a batch, without what its way back would need; image by image, so that this is
     * little then, too. Each part must end before the next one begins.
     *
     * @param inputs maps of all images, {@code [images, C, H, W]} each
     * @param part computes the same whenever it is called, from the maps of one image
     * @return the part's maps of all images
     */
    public NDList postponed(NDList inputs, UnaryOperator<NDList> part) {
        NDList outputs = TorchRuntime.withoutGradients(() -> stacked(inputs, part));
        outputs.forEach(output -> output.setRequiresGradient(true));
        parts.push(new Postponed(inputs, outputs, part));
        return outputs;
    }

    private static NDList stacked(NDList inputs, UnaryOperator<NDList> part) {
        List<NDList> each = LongStream.range(0, images(inputs))
                .mapToObj(image -> ofImage(inputs, image, part))
                .toList();
        if (each.size() == 1) {
            return each.get(0);
        }
        NDList all = new NDList();
        for (int i = 0; i < each.get(0).size(); i++) {
            int map = i;
            try (NDList same =
                    new NDList(each.stream().map(maps -> maps.get(map)).toList())) {
                all.add(NDArrays.concat(same));
            }
        }
        return all;
    }

    private static NDList ofImage(NDList inputs, long image, UnaryOperator<NDList> part) {
        try (NDList own = slice(inputs, image)) {
            return part.apply(own);
        }
    }

    private static NDList slice(NDList maps, long image) {
        NDIndex one = new NDIndex(image + ":" + (image + 1));
        return new NDList(maps.stream().map(map -> map.get(one)).toList());
    }

    private static long images(NDList maps) {
        return maps.head().getShape().get(0);
    }

    /**
     * Computes what lies beyond some maps and ends in losses, which are {@linkplain #learn learnt} from in there; then
     * goes on back from the maps. All arrays made of the maps in there are freed.
     *
     * @param maps computed from something that learns; they share their memory with those given to the part
     * @param part is given the same maps, of a manager of their own
     * @return what the part returns
     */
    public <T> T beyond(NDList maps, Function<NDList, T> part) {
        int before = parts.size();
        try (NDManager own = maps.head().getManager().newSubManager()) {
            NDList leaves = new NDList(maps.size());
            for (NDArray map : maps) {
                NDArray leaf = map.stopGradient();
                leaf.attach(own);
                leaf.setRequiresGradient(isRecorded());
                leaves.add(leaf);
            }
            T result = part.apply(leaves);
            if (isRecorded()) {
                finish(before);
                backward(gradients(leaves, own), maps);
            }
            return result;
        }
    }

    /**
     * What is computed of a map without PyTorch's way back, since it has a better one of its own.
     *
     * @param forward makes a map of the given one
     * @param back makes the gradient of the given map of that of the map made
     */
    public record Detour(UnaryOperator<NDArray> forward, UnaryOperator<NDArray> back) {}

    /**
     * The same as {@link #beyond(NDList, Function)} for a map that a detour makes; that map, too, is freed before its
     * gradient is led back.
     *
     * @param map computed from something that learns
     * @param part is given what the detour made, of a manager of its own
     * @return what the part returns
     */
    public <T> T beyond(NDArray map, Detour detour, Function<NDArray, T> part) {
        int before = parts.size();
        T result;
        NDList gradient = new NDList();
        try (NDManager own = map.getManager().newSubManager()) {
            NDArray leaf = TorchRuntime.withoutGradients(() -> detour.forward().apply(map));
            leaf.attach(own);
            leaf.setRequiresGradient(isRecorded());
            result = part.apply(leaf);
            if (isRecorded()) {
                finish(before);
                gradient.addAll(gradients(new NDList(leaf), map.getManager()));
            }
        }
        if (isRecorded()) {
            try (NDArray back = ledBack(gradient, detour)) {
                backward(new NDList(back), new NDList(map));
            }
        }
        return result;
    }

    private static NDArray ledBack(NDList gradient, Detour detour) {
        try (gradient) {
            return TorchRuntime.withoutGradients(() -> detour.back().apply(gradient.head()));
        }
    }

    private static NDList gradients(NDList leaves, NDManager owner) {
        NDList gradients = new NDList(leaves.stream().map(NDArray::getGradient).toList());
        gradients.attach(owner);
        return gradients;
    }

    /** Goes back from maps whose gradients are known; what was kept for it is freed. */
    private static void backward(NDList gradients, NDList maps) {
        List<NDArray> arguments = new ArrayList<>(maps);
        arguments.addAll(gradients);
        // The function returns one of its arguments: a second handle on the same map.
        BACKWARD.of(maps.size()).apply(arguments.toArray(NDArray[]::new)).close();
    }

    private static NDArray sum(List<NDArray> scalars) {
        return scalars.stream().reduce(NDArray::add).orElseThrow();
    }

    /**
     * Adds the gradients of the sum of losses to those of all weights and maps they depend on. What was kept for it is
     * freed.
     *
     * @param losses scalars
     * @return their values
     */
    public double[] learn(NDArray... losses) {
        double[] values = Arrays.stream(losses).mapToDouble(NDArray::getFloat).toArray();
        if (isRecorded()) {
            collector.backward(sum(List.of(losses)));
        }
        return values;
    }

    /** Goes back through the postponed parts, when all losses have been learnt from. */
    public void finish() {
        finish(0);
    }

    private void finish(int left) {
        while (parts.size() > left) {
            Postponed last = parts.pop();
            try (NDManager own = last.outputs().head().getManager().newSubManager()) {
                NDList gradients = gradients(last.outputs(), own);
                for (long image = 0; image < images(gradients); image++) {
                    try (NDList ofImage = slice(gradients, image);
                            NDList again = ofImage(last.inputs(), image, last.part())) {
                        backward(ofImage, again);
                    }
                }
            }
        }
    }

    /** PyTorch's {@code torch.autograd.backward(maps, gradients)}, which DJL has for scalars only. */
    private static TorchFunction backwardFrom(int count) {
        List<String> maps = TorchFunction.numbered("map", count);
        List<String> gradients = TorchFunction.numbered("gradient", count);
        List<String> parameters = new ArrayList<>(maps);
        parameters.addAll(gradients);
        return TorchFunction.compile(parameters, """
                torch.backward([%s], annotate(List[Optional[Tensor]], [%s]), None, False)
                return map0
                """.formatted(String.join(", ", maps), String.join(", ", gradients)));
    }
}
