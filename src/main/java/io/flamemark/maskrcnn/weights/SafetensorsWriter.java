package io.flamemark.maskrcnn.weights;

import ai.djl.ndarray.NDArray;
import io.flamemark.files.JsonArray;
import io.flamemark.files.JsonObject;
import io.flamemark.files.JsonValue;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Map;

/**
 * Writes tensors of 32-bit floats in the safetensors format: the length of a JSON header, the header, then the values.
 *
 * @see <a href="https://github.com/huggingface/safetensors#format">the format</a>
 */
public final class SafetensorsWriter {

    private static final int ALIGNMENT = 8;

    private SafetensorsWriter() {}

    /**
     * Writes a file in one piece: it has its name only once it is complete.
     *
     * @param metadata texts for whoever reads the file
     */
    public static void write(Path file, Map<String, NDArray> tensors, Map<String, String> metadata) throws IOException {
        Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
        try (FileChannel channel = FileChannel.open(
                temporary, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            byte[] header = header(tensors, metadata);
            writeFully(
                    channel,
                    ByteBuffer.allocate(Long.BYTES)
                            .order(ByteOrder.LITTLE_ENDIAN)
                            .putLong(0, header.length));
            writeFully(channel, ByteBuffer.wrap(header));
            for (NDArray tensor : tensors.values()) {
                writeFully(channel, bytes(tensor));
            }
            channel.force(true);
        }
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static byte[] header(Map<String, NDArray> tensors, Map<String, String> metadata) {
        JsonObject.Builder header = JsonObject.builder();
        JsonObject.Builder texts = JsonObject.builder();
        metadata.forEach(texts::put);
        header.put("__metadata__", texts.build());
        long at = 0;
        for (Map.Entry<String, NDArray> tensor : tensors.entrySet()) {
            long end = at + tensor.getValue().size() * Float.BYTES;
            long[] shape = tensor.getValue().getShape().getShape();
            header.put(
                    tensor.getKey(),
                    JsonObject.builder()
                            .put("dtype", "F32")
                            .put("shape", numbers(shape))
                            .put("data_offsets", numbers(at, end))
                            .build());
            at = end;
        }
        byte[] json = header.build().toString().getBytes(StandardCharsets.UTF_8);
        byte[] padded = Arrays.copyOf(json, (json.length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT);
        Arrays.fill(padded, json.length, padded.length, (byte) ' ');
        return padded;
    }

    private static JsonArray numbers(long... values) {
        return JsonArray.of(Arrays.stream(values).mapToObj(JsonValue::of).toList());
    }

    private static ByteBuffer bytes(NDArray tensor) {
        float[] values = tensor.toFloatArray();
        ByteBuffer buffer = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        buffer.asFloatBuffer().put(values);
        return buffer;
    }

    private static void writeFully(FileChannel channel, ByteBuffer buffer) throws IOException {
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }
}
