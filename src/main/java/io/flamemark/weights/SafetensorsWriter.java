package io.flamemark.weights;

import io.flamemark.files.AtomicFile;
import io.flamemark.files.JsonArray;
import io.flamemark.files.JsonObject;
import io.flamemark.files.JsonValue;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes tensors in the safetensors format: the length of a JSON header, the header, then the values.
 *
 * @see <a href="https://github.com/huggingface/safetensors#format">the format</a>
 */
public final class SafetensorsWriter {

    private static final int ALIGNMENT = 8;

    private SafetensorsWriter() {}

    /**
     * Writes a file in one piece: it has its name only once it is complete. One tensor's piece is in memory at a time.
     *
     * @param metadata texts for whoever reads the file
     */
    public static void write(Path file, Map<String, ? extends Tensor> tensors, Map<String, String> metadata)
            throws IOException {
        byte[] header = header(tensors, metadata);
        ByteBuffer length = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        length.putLong(0, header.length);
        AtomicFile.write(file, channel -> {
            FileBytes.write(channel, length);
            FileBytes.write(channel, ByteBuffer.wrap(header));
            for (Tensor tensor : tensors.values()) {
                tensor.read(piece -> FileBytes.write(channel, piece));
            }
        });
    }

    private static byte[] header(Map<String, ? extends Tensor> tensors, Map<String, String> metadata) {
        JsonObject.Builder header = JsonObject.builder();
        JsonObject.Builder texts = JsonObject.builder();
        // In one order: the same content makes the same bytes, in every process.
        new TreeMap<>(metadata).forEach(texts::put);
        header.put(SafetensorsReader.METADATA, texts.build());
        long at = 0;
        for (Map.Entry<String, ? extends Tensor> entry : tensors.entrySet()) {
            Tensor tensor = entry.getValue();
            long end = at + tensor.byteCount();
            header.put(
                    entry.getKey(),
                    JsonObject.builder()
                            .put("dtype", tensor.type().name())
                            .put("shape", JsonArray.of(tensor.shape().sides(), JsonValue::of))
                            .put("data_offsets", JsonArray.of(Arrays.asList(at, end), JsonValue::of))
                            .build());
            at = end;
        }
        byte[] json = header.build().toString().getBytes(StandardCharsets.UTF_8);
        byte[] padded = Arrays.copyOf(json, (json.length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT);
        Arrays.fill(padded, json.length, padded.length, (byte) ' ');
        return padded;
    }
}
