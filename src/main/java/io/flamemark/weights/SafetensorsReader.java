package io.flamemark.weights;

import io.flamemark.files.JsonArray;
import io.flamemark.files.JsonException;
import io.flamemark.files.JsonMember;
import io.flamemark.files.JsonObject;
import io.flamemark.files.JsonValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the header of a safetensors file: its length is bounded, and every tensor must lie inside the file, be as long
 * as its shape says, and overlap no other.
 *
 * @see <a href="https://github.com/huggingface/safetensors#format">the format</a>
 */
final class SafetensorsReader {

    static final String METADATA = "__metadata__";

    /** Room for forty thousand tensors; the reference implementation takes 100 MB, which a hostile file would fill. */
    static final long LARGEST_HEADER = 4_000_000;

    /** Where a tensor lies. */
    private record Placed(String name, Stretch place) {}

    private final FileBytes file;
    private final Map<String, StoredTensor> tensors = new LinkedHashMap<>();
    private final Map<String, String> metadata = new LinkedHashMap<>();
    private final List<Placed> placed = new ArrayList<>();

    private SafetensorsReader(FileBytes file) {
        this.file = file;
    }

    /** Whether a file begins with the length of a header, as neither kind of checkpoint does. */
    static boolean hasPlausibleLength(FileBytes file) throws IOException {
        long length = file.read(0, Long.BYTES).getLong();
        return length >= 2 && length <= LARGEST_HEADER;
    }

    /** @throws WeightsException if it is not a sound safetensors file */
    static TensorFile read(FileBytes file) throws IOException {
        long length = file.read(0, Long.BYTES).getLong();
        if (!hasPlausibleLength(file) || length > file.size() - Long.BYTES) {
            throw new WeightsException(
                    file.path(),
                    "is neither a PyTorch checkpoint nor a safetensors file, or is damaged at its beginning");
        }
        String header = new String(file.read(Long.BYTES, (int) length).array(), StandardCharsets.UTF_8);
        SafetensorsReader reader = new SafetensorsReader(file);
        try {
            reader.readHeader(JsonValue.parse(file.path().toString(), header).asObject(), Long.BYTES + length);
        } catch (JsonException e) {
            throw new WeightsException(file.path(), "has a damaged header: " + e.problem(), e);
        }
        reader.refuseOverlaps(Long.BYTES + length);
        return new TensorFile(
                file, TensorFile.Format.SAFETENSORS, StateDict.unwrapped(reader.tensors), reader.metadata);
    }

    private void readHeader(JsonObject header, long dataStart) throws IOException {
        for (JsonMember member : header.members()) {
            if (member.key().equals(METADATA)) {
                for (JsonMember text : member.value().asObject().members()) {
                    metadata.put(text.key(), text.value().asString());
                }
            } else if (member.key().length() > TensorFile.LONGEST_NAME) {
                throw new WeightsException(
                        file.path(),
                        "is refused: the name of a tensor has " + member.key().length() + " characters, and "
                                + TensorFile.LONGEST_NAME + " are the most");
            } else if (tensors.containsKey(member.key())) {
                throw damaged(member.key(), "stands in it twice");
            } else {
                add(member.key(), member.value().asObject(), dataStart);
            }
        }
    }

    private void add(String name, JsonObject json, long dataStart) throws IOException {
        String dtype = json.string("dtype");
        TensorType type = TensorType.named(dtype)
                .orElseThrow(() -> new WeightsException(
                        file.path(), "holds tensor " + name + " as " + dtype + ", which is not read here"));
        long[] offsets = numbers(name, json.array("data_offsets"));
        if (offsets.length != 2 || offsets[1] < offsets[0] || offsets[1] > file.size() - dataStart) {
            throw damaged(name, "lies outside its place");
        }
        TensorShape shape = shape(name, json.array("shape"));
        long bytes = offsets[1] - offsets[0];
        if (bytes % type.width() != 0 || shape.size() != bytes / type.width()) {
            throw damaged(name, "is not as long as its shape says");
        }
        StoredTensor tensor = StoredTensor.rowMajor(file, type, shape, dataStart + offsets[0]);
        tensors.put(name, tensor);
        placed.add(new Placed(name, new Stretch(dataStart + offsets[0], bytes)));
    }

    private TensorShape shape(String name, JsonArray sides) throws IOException {
        try {
            return TensorShape.of(numbers(name, sides));
        } catch (IllegalArgumentException e) {
            throw damaged(name, "has " + e.getMessage());
        }
    }

    private long[] numbers(String name, JsonArray array) throws IOException {
        long[] numbers = new long[array.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = array.get(i).asLong();
            if (numbers[i] < 0) {
                throw damaged(name, "has a negative size");
            }
        }
        return numbers;
    }

    private void refuseOverlaps(long dataStart) throws WeightsException {
        placed.sort(Comparator.comparingLong(p -> p.place().begin()));
        long at = dataStart;
        for (Placed next : placed) {
            if (next.place().length() > 0 && next.place().begin() < at) {
                throw damaged(next.name(), "lies outside its place, over another");
            }
            at = Math.max(at, next.place().end());
        }
    }

    private WeightsException damaged(String name, String how) {
        return new WeightsException(file.path(), "is damaged or cut short: tensor " + name + " " + how);
    }
}
