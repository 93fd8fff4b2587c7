package io.flamemark.weights;

import io.flamemark.files.JsonException;
import io.flamemark.files.JsonMember;
import io.flamemark.files.JsonObject;
import io.flamemark.files.JsonValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The texts about a PyTorch checkpoint, in a file of its own in the archive: a state dict has no place for them, and
 * {@code torch.load} passes over files it has not asked for.
 */
final class PyTorchNotes {

    /** Below the archive's folder, where PyTorch keeps what others add. */
    static final String NAME = "extra/flamemark.json";

    private PyTorchNotes() {}

    static byte[] bytes(Map<String, String> about) {
        JsonObject.Builder texts = JsonObject.builder();
        new TreeMap<>(about).forEach(texts::put);
        return texts.build().toString().getBytes(StandardCharsets.UTF_8);
    }

    /** @throws WeightsException if they are damaged or endless */
    static Map<String, String> read(FileBytes file, Stretch place) throws IOException {
        // As much as a safetensors file may have, whose notes come here when it is converted.
        if (place.length() > SafetensorsReader.LARGEST_HEADER) {
            throw new WeightsException(file.path(), "is refused: its notes have " + place.length() + " bytes");
        }
        String json = new String(file.read(place.begin(), (int) place.length()).array(), StandardCharsets.UTF_8);
        Map<String, String> about = new LinkedHashMap<>();
        try {
            for (JsonMember text :
                    JsonValue.parse(file.path().toString(), json).asObject().members()) {
                about.put(text.key(), text.value().asString());
            }
        } catch (JsonException e) {
            throw new WeightsException(file.path(), "has damaged notes: " + e.problem(), e);
        }
        return about;
    }
}
