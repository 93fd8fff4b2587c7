package io.flamemark.weights;

import io.flamemark.weights.PickleValue.Storage;
import java.io.IOException;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a PyTorch checkpoint of before 1.6: five pickles after each other (a magic number, a version, facts about the
 * machine, the object, the keys of the storages) and then the storages, each with the number of its values before it.
 *
 * @see <a href="https://github.com/pytorch/pytorch/blob/v1.13.1/torch/serialization.py">torch.serialization</a>
 */
final class LegacyPyTorchReader {

    private static final BigInteger MAGIC = new BigInteger("1950a86a20f9469cfc6c", 16);
    private static final Long VERSION = 1001L;

    private LegacyPyTorchReader() {}

    static TensorFile read(FileBytes file) throws IOException {
        PickleInput in = new PickleInput(file, new Stretch(0, file.size()));
        Map<String, Storage> storages = new LinkedHashMap<>();
        if (!MAGIC.equals(PickleReader.read(in, storages))) {
            throw new WeightsException(file.path(), "is a pickle, but no PyTorch checkpoint");
        }
        if (!VERSION.equals(PickleReader.read(in, storages))) {
            throw new WeightsException(file.path(), "is a checkpoint of an unknown version of PyTorch");
        }
        Object machine = PickleReader.read(in, storages);
        if (machine instanceof Map<?, ?> facts && Boolean.FALSE.equals(facts.get("little_endian"))) {
            throw new WeightsException(file.path(), "was saved on a big-endian machine, which is not read here");
        }
        Object root = PickleReader.read(in, storages);
        if (!(PickleReader.read(in, storages) instanceof List<?> keys)) {
            throw new WeightsException(file.path(), "is damaged: the list of its storages is missing");
        }
        Map<String, Stretch> places = places(file, in.position(), keys, storages);
        return PyTorchReader.views(file, TensorFile.Format.PYTORCH_LEGACY, root, Map.of(), places::get);
    }

    private static Map<String, Stretch> places(FileBytes file, long begin, List<?> keys, Map<String, Storage> storages)
            throws IOException {
        Map<String, Stretch> places = new HashMap<>();
        long at = begin;
        for (Object key : keys) {
            Storage storage = key instanceof String ? storages.get(key) : null;
            if (storage == null) {
                throw new WeightsException(file.path(), "is damaged: it has a storage that nothing refers to");
            }
            long size = file.read(at, Long.BYTES).getLong();
            at += Long.BYTES;
            if (size != storage.keySize()
                    || size < 0
                    || size > (file.size() - at) / storage.type().width()) {
                throw new WeightsException(file.path(), "is damaged or cut short at storage " + key);
            }
            places.put(storage.key(), new Stretch(at, size * storage.type().width()));
            at += size * storage.type().width();
        }
        return places;
    }
}
