package io.flamemark.weights;

import io.flamemark.files.AtomicFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/**
 * Writes tensors as a state dict that {@code torch.load} opens, in the zip format of PyTorch since 1.6: the pickle, a
 * file for each storage, and the format's version.
 *
 * @see <a href="https://github.com/pytorch/pytorch/blob/v1.13.1/caffe2/serialize/inline_container.h">the container</a>
 */
public final class PyTorchWriter {

    private static final String FOLDER = "archive/";
    private static final String VERSION = "3\n";

    private PyTorchWriter() {}

    /** Writes a file about which there is nothing to say. */
    public static void write(Path file, Map<String, ? extends Tensor> tensors) throws IOException {
        write(file, tensors, Map.of());
    }

    /**
     * Writes a file in one piece: it has its name only once it is complete. One tensor's piece is in memory at a time.
     *
     * @param about texts for whoever reads the file; PyTorch passes over them
     * @throws WeightsException if it would be larger than 4 GiB
     */
    public static void write(Path file, Map<String, ? extends Tensor> tensors, Map<String, String> about)
            throws IOException {
        long total = tensors.values().stream().mapToLong(Tensor::byteCount).sum();
        if (total > StoredZip.LARGEST) {
            throw new WeightsException(file, "would be larger than 4 GiB; use safetensors for so much");
        }
        AtomicFile.write(file, channel -> {
            StoredZip zip = new StoredZip(channel);
            zip.add(FOLDER + PyTorchReader.PICKLE, bytes(PickleWriter.stateDict(tensors)));
            zip.add(FOLDER + "byteorder", bytes("little".getBytes(StandardCharsets.US_ASCII)));
            int key = 0;
            for (Tensor tensor : tensors.values()) {
                zip.add(FOLDER + "data/" + key++, tensor::read);
            }
            if (!about.isEmpty()) {
                zip.add(FOLDER + PyTorchNotes.NAME, bytes(PyTorchNotes.bytes(about)));
            }
            zip.add(FOLDER + "version", bytes(VERSION.getBytes(StandardCharsets.US_ASCII)));
            zip.finish();
        });
    }

    private static StoredZip.Content bytes(byte[] bytes) {
        return sink -> sink.accept(ByteBuffer.wrap(bytes));
    }
}
