package io.flamemark.weights;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An open file of named tensors in one of the formats of {@link Format}. The tensors are views of the file: they are
 * read when asked for, and only while it is open. Nothing in a file is executed, and nothing in it is believed that is
 * not checked first.
 */
public final class TensorFile implements Closeable {

    /** How a file keeps its tensors. */
    public enum Format {
        SAFETENSORS("safetensors"),
        PYTORCH("PyTorch checkpoint"),
        PYTORCH_LEGACY("PyTorch checkpoint of a version before 1.6");

        private final String title;

        Format(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    /** The key in the metadata for the SHA-256 of the file that this one was converted from. */
    public static final String ORIGIN = "origin sha256";

    /** The key for the classes a detector tells apart, see {@link #classes}. */
    public static final String CLASSES = "classes";

    /** Longer names, in characters, would make work of comparing and printing them. */
    static final int LONGEST_NAME = 1024;

    /** Views of one storage may repeat its values, but a small file must not unfold into a large one. */
    private static final long MOST_UNFOLDING = 16;

    private static final long UNFOLDING_FOR_FREE = 64L << 20;
    private static final int MAGIC = 4;

    private final FileBytes file;
    private final Format format;
    private final Map<String, Tensor> tensors;
    private final Map<String, String> metadata;

    TensorFile(FileBytes file, Format format, Map<String, ? extends Tensor> tensors, Map<String, String> metadata)
            throws WeightsException {
        this.file = file;
        this.format = format;
        this.tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
        this.metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
        requireReasonable();
    }

    /**
     * Opens a file of whatever format it is; what it is called does not matter.
     *
     * @throws WeightsException if it is none of them, damaged, or holds what must not be read
     */
    public static TensorFile open(Path path) throws IOException {
        FileBytes file = FileBytes.open(path);
        try {
            return read(file);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private static TensorFile read(FileBytes file) throws IOException {
        if (file.size() < Long.BYTES) {
            throw new WeightsException(file.path(), "is too short to be a file of weights");
        }
        ByteBuffer magic = file.read(0, MAGIC);
        if (magic.getInt(0) == ZipDirectory.FIRST_BYTES) {
            return PyTorchReader.read(file);
        }
        // The length a safetensors file begins with may have any first byte, that of a pickle too.
        boolean pickle = Byte.toUnsignedInt(magic.get(0)) == PickleOpcode.PROTO.code();
        if (pickle && !SafetensorsReader.hasPlausibleLength(file)) {
            return LegacyPyTorchReader.read(file);
        }
        return SafetensorsReader.read(file);
    }

    /** Classes as the metadata hold them, in the order of the network's outputs and without the background. */
    public static String classes(List<String> names) {
        return String.join(",", names);
    }

    private void requireReasonable() throws WeightsException {
        long most = UNFOLDING_FOR_FREE + MOST_UNFOLDING * file.size();
        for (Tensor tensor : tensors.values()) {
            if (tensor.shape().size() > most / tensor.type().width()) {
                throw unreasonable();
            }
            most -= tensor.byteCount();
        }
    }

    private WeightsException unreasonable() {
        return new WeightsException(path(), "has tensors that are far larger than the file itself");
    }

    public Path path() {
        return file.path();
    }

    public Format format() {
        return format;
    }

    /** The tensors by name, in the order of the file. */
    public Map<String, Tensor> tensors() {
        return tensors;
    }

    /** Texts about the whole file, such as who made it. */
    public Map<String, String> metadata() {
        return metadata;
    }

    /** The number of values in all tensors. */
    public long valueCount() {
        return tensors.values().stream().mapToLong(t -> t.shape().size()).sum();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
