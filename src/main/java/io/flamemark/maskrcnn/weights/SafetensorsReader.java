package io.flamemark.maskrcnn.weights;

import io.flamemark.files.JsonArray;
import io.flamemark.files.JsonException;
import io.flamemark.files.JsonMember;
import io.flamemark.files.JsonObject;
import io.flamemark.files.JsonValue;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads safetensors files, one tensor at a time, trusting nothing: the header's length is bounded, and every tensor must
 * lie inside the file, be as long as its shape says, and overlap no other.
 *
 * @see <a href="https://github.com/huggingface/safetensors#format">the format</a>
 */
public final class SafetensorsReader implements Closeable {

    /** The reference implementation's limit. */
    private static final long LARGEST_HEADER = 100_000_000;

    private static final String METADATA = "__metadata__";

    private final Path file;
    private final FileChannel channel;
    private final long dataStart;
    private final Map<String, TensorEntry> entries;

    private SafetensorsReader(Path file, FileChannel channel, long dataStart, Map<String, TensorEntry> entries) {
        this.file = file;
        this.channel = channel;
        this.dataStart = dataStart;
        this.entries = entries;
    }

    /**
     * Opens a file and checks its header.
     *
     * @throws WeightsException if it is not a sound safetensors file
     */
    public static SafetensorsReader open(Path file) throws IOException {
        requireFile(file);
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        try {
            if (channel.size() < Long.BYTES) {
                throw new WeightsException(file, "is too short to be a safetensors file");
            }
            long length = read(file, channel, 0, Long.BYTES).getLong();
            if (length < 2 || length > LARGEST_HEADER || length > channel.size() - Long.BYTES) {
                throw new WeightsException(file, "is not a safetensors file, or is damaged at its beginning");
            }
            byte[] header = read(file, channel, Long.BYTES, (int) length).array();
            Map<String, TensorEntry> entries = entries(file, new String(header, StandardCharsets.UTF_8));
            long dataStart = Long.BYTES + length;
            check(file, entries, channel.size() - dataStart);
            return new SafetensorsReader(file, channel, dataStart, entries);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static void requireFile(Path file) throws WeightsException {
        if (!Files.exists(file)) {
            throw new WeightsException(file, "there is no such file");
        }
        if (Files.isDirectory(file)) {
            throw new WeightsException(file, "is a folder, not a safetensors file");
        }
    }

    private static Map<String, TensorEntry> entries(Path file, String header) throws IOException {
        Map<String, TensorEntry> entries = new LinkedHashMap<>();
        try {
            for (JsonMember member :
                    JsonValue.parse(file.toString(), header).asObject().members()) {
                if (!member.key().equals(METADATA)) {
                    entries.put(member.key(), entry(member.key(), member.value().asObject()));
                }
            }
        } catch (JsonException | ArithmeticException e) {
            throw new WeightsException(file, "has a damaged header: " + e.getMessage(), e);
        }
        return entries;
    }

    private static TensorEntry entry(String name, JsonObject json) throws JsonException {
        long[] shape = numbers(json.array("shape"));
        long[] offsets = numbers(json.array("data_offsets"));
        if (offsets.length != 2) {
            throw new ArithmeticException("tensor " + name + " has " + offsets.length + " offsets instead of two");
        }
        TensorEntry entry = new TensorEntry(name, json.string("dtype"), shape, offsets[0], offsets[1]);
        Math.multiplyExact(entry.size(), Double.BYTES);
        return entry;
    }

    private static long[] numbers(JsonArray array) throws JsonException {
        long[] numbers = new long[array.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = array.get(i).asLong();
            if (numbers[i] < 0) {
                throw new ArithmeticException("a negative size");
            }
        }
        return numbers;
    }

    private static void check(Path file, Map<String, TensorEntry> entries, long dataLength) throws IOException {
        List<TensorEntry> inOrder = new ArrayList<>(entries.values());
        inOrder.sort(Comparator.comparingLong(TensorEntry::begin));
        long at = 0;
        for (TensorEntry entry : inOrder) {
            if (entry.begin() < at || entry.end() < entry.begin() || entry.end() > dataLength) {
                throw new WeightsException(
                        file, "is damaged or cut short: tensor " + entry.name() + " lies outside its place");
            }
            if (entry.dtype().equals("F32") && entry.end() - entry.begin() != Float.BYTES * entry.size()) {
                throw new WeightsException(
                        file, "is damaged: tensor " + entry.name() + " is not as long as its shape says");
            }
            at = entry.end();
        }
    }

    public Set<String> names() {
        return Collections.unmodifiableSet(entries.keySet());
    }

    /** The shape of a tensor. */
    public long[] shape(String name) {
        return entries.get(name).shape().clone();
    }

    /**
     * The values of a tensor, row-major.
     *
     * @throws WeightsException if it is not of 32-bit floats
     */
    public float[] values(String name) throws IOException {
        TensorEntry entry = entries.get(name);
        if (!entry.dtype().equals("F32")) {
            throw new WeightsException(
                    file, "holds tensor " + name + " as " + entry.dtype() + "; only 32-bit floats (F32) are read");
        }
        if (entry.size() > Integer.MAX_VALUE / Float.BYTES) {
            throw new WeightsException(file, "holds tensor " + name + ", which is too large");
        }
        float[] values = new float[(int) entry.size()];
        read(file, channel, dataStart + entry.begin(), values.length * Float.BYTES)
                .asFloatBuffer()
                .get(values);
        return values;
    }

    private static ByteBuffer read(Path file, FileChannel channel, long position, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, position + buffer.position()) < 0) {
                throw new WeightsException(file, "is cut short");
            }
        }
        return buffer.flip();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
