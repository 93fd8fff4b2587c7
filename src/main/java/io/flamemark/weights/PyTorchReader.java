package io.flamemark.weights;

import io.flamemark.weights.PickleValue.Storage;
import io.flamemark.weights.PickleValue.View;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a PyTorch checkpoint as it is since 1.6: a zip archive with a pickle, {@code data.pkl}, and a file for each
 * storage.
 *
 * @see <a href="https://github.com/pytorch/pytorch/blob/v1.13.1/torch/serialization.py">torch.serialization</a>
 */
final class PyTorchReader {

    static final String PICKLE = "data.pkl";

    private static final int LONGEST_WORD = 16;

    private PyTorchReader() {}

    /** Where a storage's numbers lie. */
    interface Storages {
        /** Null where the file does not have it. */
        Stretch find(String key);
    }

    static TensorFile read(FileBytes file) throws IOException {
        ZipDirectory zip = ZipDirectory.read(file);
        String folder = folder(file, zip);
        if (zip.find(folder + "constants.pkl").isPresent()) {
            throw new WeightsException(
                    file.path(),
                    "is a TorchScript program; save its weights with torch.save(torch.jit.load(file).state_dict(),"
                            + " ...)");
        }
        Optional<Stretch> order = zip.find(folder + "byteorder");
        if (order.isPresent() && word(file, order.get()).startsWith("big")) {
            throw new WeightsException(file.path(), "was saved on a big-endian machine, which is not read here");
        }
        Stretch pickle = zip.find(folder + PICKLE).orElseThrow();
        Optional<Stretch> notes = zip.find(folder + PyTorchNotes.NAME);
        Map<String, String> about = notes.isPresent() ? PyTorchNotes.read(file, notes.get()) : Map.of();
        Object root = PickleReader.read(new PickleInput(file, pickle), new LinkedHashMap<>());
        return views(
                file,
                TensorFile.Format.PYTORCH,
                root,
                about,
                key -> zip.find(folder + "data/" + key).orElse(null));
    }

    private static String folder(FileBytes file, ZipDirectory zip) throws WeightsException {
        for (String name : zip.names()) {
            if (name.equals(PICKLE) || name.endsWith("/" + PICKLE) && name.indexOf('/') == name.lastIndexOf('/')) {
                return name.substring(0, name.length() - PICKLE.length());
            }
        }
        throw new WeightsException(file.path(), "is a zip archive, but no PyTorch checkpoint: it has no " + PICKLE);
    }

    private static String word(FileBytes file, Stretch place) throws IOException {
        int length = (int) Math.min(LONGEST_WORD, place.length());
        return new String(file.read(place.begin(), length).array(), StandardCharsets.US_ASCII);
    }

    /**
     * The tensors of a checkpoint's object, as views of the file.
     *
     * @param about what else is known of the file
     */
    static TensorFile views(
            FileBytes file, TensorFile.Format format, Object root, Map<String, String> about, Storages storages)
            throws WeightsException {
        StateDict dict = StateDict.find(file.path(), root);
        Map<String, StoredTensor> tensors = new LinkedHashMap<>();
        for (Map.Entry<String, View> entry : dict.views().entrySet()) {
            tensors.put(entry.getKey(), view(file, entry.getKey(), entry.getValue(), storages));
        }
        Map<String, String> metadata = new LinkedHashMap<>(about);
        metadata.putAll(dict.metadata());
        return new TensorFile(file, format, tensors, metadata);
    }

    private static StoredTensor view(FileBytes file, String name, View view, Storages storages)
            throws WeightsException {
        Storage storage = view.storage();
        Stretch place = storages.find(storage.key());
        if (place == null) {
            throw new WeightsException(file.path(), "lacks the numbers of tensor " + name);
        }
        int width = storage.type().width();
        if (storage.keySize() < 0 || storage.keySize() > place.length() / width) {
            throw new WeightsException(file.path(), "is cut short: tensor " + name + " has too few numbers");
        }
        Stretch part = new Stretch(place.begin() + storage.viewOffset() * width, storage.size() * width);
        long[] strides = view.strides().stream().mapToLong(Long::longValue).toArray();
        try {
            return StoredTensor.view(file, storage.type(), part, view.offset(), view.shape(), strides);
        } catch (IllegalArgumentException e) {
            throw new WeightsException(file.path(), "has a damaged tensor " + name + ": " + e.getMessage(), e);
        }
    }
}
