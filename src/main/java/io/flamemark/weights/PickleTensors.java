package io.flamemark.weights;

import io.flamemark.weights.PickleValue.Named;
import io.flamemark.weights.PickleValue.Storage;
import io.flamemark.weights.PickleValue.Tuple;
import io.flamemark.weights.PickleValue.View;
import java.util.ArrayList;
import java.util.List;

/** Storages and tensors as PyTorch's pickles describe them. */
final class PickleTensors {

    private static final int LONGEST_KEY = 64;

    private PickleTensors() {}

    /**
     * A storage by its persistent id, {@code ("storage", class, key, device, size)}; files of before 1.6 add {@code
     * None}, or {@code (key of the view, offset, size)} where only a part of it is meant.
     */
    static Storage storage(PickleInput in, Tuple id) throws WeightsException {
        if (id.size() < 5 || !"storage".equals(id.get(0))) {
            throw in.refused("a reference to something that is no storage");
        }
        Named type = argument(in, id, 1, Named.class);
        if (!PickleNames.isStorage(type.name())) {
            throw in.refused("a storage of the class " + type.name());
        }
        String key = argument(in, id, 2, String.class);
        if (key.length() > LONGEST_KEY) {
            throw in.refused("a storage with an endless name");
        }
        long size = argument(in, id, 4, Long.class);
        TensorType numbers = PickleNames.storageType(type);
        if (id.size() > 5 && id.get(5) instanceof Tuple part) {
            long offset = argument(in, part, 1, Long.class);
            long partSize = argument(in, part, 2, Long.class);
            if (offset < 0 || partSize < 0 || partSize > size - offset) {
                throw in.refused("a part of a storage that lies outside of it");
            }
            return new Storage(numbers, key, partSize, offset, size);
        }
        return new Storage(numbers, key, size, 0, size);
    }

    /** A tensor by {@code (storage, offset, sides, steps, ...)}; whether it has a gradient is of no use here. */
    static View view(PickleInput in, Tuple arguments) throws WeightsException {
        Storage storage = argument(in, arguments, 0, Storage.class);
        long offset = argument(in, arguments, 1, Long.class);
        List<Long> sides = numbers(in, argument(in, arguments, 2, Tuple.class));
        List<Long> strides = numbers(in, argument(in, arguments, 3, Tuple.class));
        try {
            return new View(storage, offset, new TensorShape(sides), strides);
        } catch (IllegalArgumentException e) {
            throw in.refused("a tensor that cannot be: " + e.getMessage());
        }
    }

    /** An argument of the kind it has to be. */
    static <T> T argument(PickleInput in, Tuple arguments, int index, Class<T> type) throws WeightsException {
        if (index >= arguments.size() || !type.isInstance(arguments.get(index))) {
            throw in.refused("something else where a " + type.getSimpleName() + " has to be");
        }
        return type.cast(arguments.get(index));
    }

    private static List<Long> numbers(PickleInput in, Tuple tuple) throws WeightsException {
        if (tuple.size() > TensorShape.MOST_SIDES) {
            throw in.refused("a shape of " + tuple.size() + " sides");
        }
        List<Long> numbers = new ArrayList<>();
        for (int i = 0; i < tuple.size(); i++) {
            numbers.add(argument(in, tuple, i, Long.class));
        }
        return numbers;
    }
}
