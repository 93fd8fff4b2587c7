package io.flamemark.weights;

import java.util.List;

/**
 * What a pickle may make besides Python's texts, numbers, lists and dicts, which are {@code String}, {@code Long},
 * {@code Double}, {@code List} and {@code Map} here.
 */
sealed interface PickleValue {

    /** A tuple. */
    record Tuple(List<Object> items) implements PickleValue {

        Object get(int index) {
            return items.get(index);
        }

        int size() {
            return items.size();
        }
    }

    /** A class or function on the list of those allowed, by its full name. */
    record Named(String name) implements PickleValue {}

    /** A thing that is recognised but of no use here, such as a device; nothing is known of it but its class. */
    record Inert(String name) implements PickleValue {}

    /** Bytes. */
    record Bytes(int length) implements PickleValue {}

    /**
     * The place of numbers that are kept apart from the pickle.
     *
     * @param key its name among the storages
     * @param size in values
     * @param viewOffset where in the storage of that name it begins, in values; only in files of before 1.0
     * @param keySize how many values that storage has
     */
    record Storage(TensorType type, String key, long size, long viewOffset, long keySize) implements PickleValue {}

    /** A view of a storage. */
    record View(Storage storage, long offset, TensorShape shape, List<Long> strides) implements PickleValue {}
}
