package io.flamemark.maskrcnn.layers;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.flamemark.maskrcnn.ops.TorchFunction;
import io.flamemark.maskrcnn.ops.TorchRuntime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.Predicate;

/**
 * Every tensor a network owns, by the name it has in torchvision's state dict. Learned tensors carry a gradient; the
 * statistics of frozen norms never do.
 */
public final class Parameters implements AutoCloseable {

    private final NDManager manager;
    private final OptionalLong seed;
    private final Map<String, Shape> shapes = new LinkedHashMap<>();
    private final Map<String, NDArray> all = new LinkedHashMap<>();
    private final Map<String, NDArray> trainable = new LinkedHashMap<>();

    /**
     * @param manager owns the tensors from now on; closed with this store
     * @param seed of the start values; each tensor's depend on the seed and its name alone
     */
    public Parameters(NDManager manager, long seed) {
        this(manager, OptionalLong.of(seed));
    }

    private Parameters(NDManager manager, OptionalLong seed) {
        this.manager = manager;
        this.seed = seed;
    }

    /** A store whose tensors start as zeros, whatever their initializers: drawing values is slow. */
    public static Parameters zeros(NDManager manager) {
        return new Parameters(manager, OptionalLong.empty());
    }

    /**
     * A store that only notes names and shapes, for a network that is not to be used: whether a file is of it is known
     * before any memory is taken for it. Its tensors are null.
     */
    public static Parameters planned() {
        return new Parameters(null, OptionalLong.empty());
    }

    /** Adds a tensor that training changes. */
    public NDArray weight(String name, Shape shape, Initializer initializer) {
        NDArray array = buffer(name, shape, initializer);
        if (array != null) {
            array.setRequiresGradient(true);
            trainable.put(name, array);
        }
        return array;
    }

    /** Adds a tensor that is stored and loaded but never trained. */
    public NDArray buffer(String name, Shape shape, Initializer initializer) {
        if (shapes.putIfAbsent(name, shape) != null) {
            throw new IllegalArgumentException("two parameters named " + name);
        }
        if (manager == null) {
            return null;
        }
        NDArray array =
                seed.isEmpty() ? manager.zeros(shape) : manager.create(initializer.values(shape, random(name)), shape);
        all.put(name, array);
        return array;
    }

    private Random random(String name) {
        return new Random(seed.getAsLong() * 31 + name.hashCode());
    }

    /** The shapes of all tensors in the order they were added; a view. */
    public Map<String, Shape> shapes() {
        return Collections.unmodifiableMap(shapes);
    }

    /** All tensors in the order they were added; a view. */
    public Map<String, NDArray> all() {
        return Collections.unmodifiableMap(all);
    }

    /** Those that training changes; a view. */
    public Map<String, NDArray> trainable() {
        return Collections.unmodifiableMap(trainable);
    }

    /** Gives a tensor new values, row-major and as many as it has. DJL's own way makes PyTorch print a warning. */
    public static void fill(NDArray tensor, float[] values) {
        try (NDArray source = tensor.getManager().create(values, tensor.getShape())) {
            TorchRuntime.withoutGradients(() -> Copy.FUNCTION.apply(tensor, source))
                    .close();
        }
    }

    /**
     * A tensor's values, row-major. From a graphics card DJL brings them by way of a copy in main memory, which it
     * leaves to whoever owns the tensor for as long as that lives; read through a second handle, it is gone at once.
     */
    public static float[] values(NDArray tensor) {
        try (NDManager scratch = tensor.getManager().newSubManager()) {
            NDArray handle = tensor.stopGradient();
            handle.attach(scratch);
            return handle.toFloatArray();
        }
    }

    /** Takes the gradient off the weights whose name matches: they stay as they are. */
    public void freeze(Predicate<String> names) {
        trainable.entrySet().removeIf(entry -> {
            boolean frozen = names.test(entry.getKey());
            if (frozen) {
                entry.getValue().setRequiresGradient(false);
            }
            return frozen;
        });
    }

    /** The number of trained values. */
    public long trainableCount() {
        return trainable.values().stream().mapToLong(NDArray::size).sum();
    }

    /** The manager that owns the tensors, for state that lives as long as they do. */
    public NDManager manager() {
        return manager;
    }

    @Override
    public void close() {
        if (manager != null) {
            manager.close();
        }
    }

    /** Compiled on first use and kept for the life of the process. */
    private static final class Copy {

        static final TorchFunction FUNCTION =
                TorchFunction.compile(List.of("tensor", "values"), "return torch.copy_(tensor, values)");
    }
}
