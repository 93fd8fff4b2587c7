package io.flamemark.maskrcnn.ops;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Scripted functions that differ in a detail, such as how many arrays they take: each compiled on first use and kept for
 * the life of the process.
 *
 * @param <K> the detail
 */
public final class TorchFunctions<K> {

    private final Map<K, TorchFunction> compiled = new ConcurrentHashMap<>();
    private final Function<K, TorchFunction> compile;

    /** @param compile must not ask for another of these */
    public TorchFunctions(Function<K, TorchFunction> compile) {
        this.compile = compile;
    }

    /** The function for a detail. */
    public TorchFunction of(K detail) {
        return compiled.computeIfAbsent(detail, compile);
    }
}
