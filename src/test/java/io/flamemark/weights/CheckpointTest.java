package io.flamemark.weights;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.flamemark.files.JsonArray;
import io.flamemark.files.JsonMember;
import io.flamemark.files.JsonObject;
import io.flamemark.files.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Checkpoints that PyTorch wrote; the files come from {@code src/test/reference/checkpoints.py}. */
@DisplayName("A PyTorch checkpoint")
class CheckpointTest {

    static Path resource(String name) {
        try {
            return Path.of(CheckpointTest.class.getResource(name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static JsonObject expected() throws IOException {
        try (InputStream in = CheckpointTest.class.getResourceAsStream("tensors.json")) {
            return JsonValue.parse("tensors.json", new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .asObject();
        }
    }

    @ParameterizedTest
    @CsvSource({"zip.pth, PYTORCH", "protocol4.pth, PYTORCH", "legacy.pth, PYTORCH_LEGACY"})
    @DisplayName("is read whole: all kinds of numbers, views in any order, shared storages")
    void tensors(String name, TensorFile.Format format) throws IOException {
        JsonObject expected = expected();
        try (TensorFile file = TensorFile.open(resource(name))) {
            assertEquals(format, file.format());
            assertEquals(expected.keys(), file.tensors().keySet());
            for (JsonMember member : expected.members()) {
                Tensor tensor = file.tensors().get(member.key());
                JsonObject wanted = member.value().asObject();
                assertEquals(wanted.array("shape").toString().replace(",", ", "), tensor.shape() + "", member.key());
                assertArrayEquals(floats(wanted.array("values")), tensor.floats(), member.key());
            }
            assertEquals(TensorType.BF16, file.tensors().get("bf16").type());
        }
    }

    private static float[] floats(JsonArray array) throws IOException {
        float[] floats = new float[array.size()];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) array.get(i).asDouble();
        }
        return floats;
    }

    @ParameterizedTest
    @ValueSource(strings = {"nested.pth", "nested-legacy.pth"})
    @DisplayName(
            "of a training script: the weights are found beside the optimizer, and the wrapper's prefix is left out")
    void nested(String name) throws IOException {
        try (TensorFile file = TensorFile.open(resource(name))) {
            assertEquals(
                    List.of(
                            "0.weight",
                            "0.bias",
                            "1.weight",
                            "1.bias",
                            "1.running_mean",
                            "1.running_var",
                            "1.num_batches_tracked"),
                    new ArrayList<>(file.tensors().keySet()));
            assertArrayEquals(
                    new float[] {0.25f, 0.25f}, file.tensors().get("0.weight").floats());
            assertEquals(
                    Map.of("tensors under", "model", "beside them", "optimizer, lr_scheduler, args, epoch"),
                    file.metadata());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"beside.pth", "beside-protocol4.pth"})
    @DisplayName("is read whatever plain things a script keeps beside the weights")
    void beside(String name) throws IOException {
        try (TensorFile file = TensorFile.open(resource(name))) {
            assertEquals(Set.of("a"), file.tensors().keySet());
            assertEquals("weights", file.metadata().get("tensors under"));
            assertTrue(file.metadata().get("beside them").startsWith("best, folder, scores"), name);
        }
    }

    @Test
    @DisplayName("under a name of its script's own liking is found where most tensors are")
    void ownKey() throws IOException {
        try (TensorFile file = TensorFile.open(resource("own-key.pth"))) {
            assertEquals(Set.of("a", "b"), file.tensors().keySet());
            assertEquals(Map.of("tensors under", "detector", "beside them", "loss, epoch"), file.metadata());
        }
    }

    @Test
    @DisplayName("of a whole module is refused by the name of its class, with what to save instead")
    void module() {
        WeightsException refusal = assertThrows(
                WeightsException.class,
                () -> TensorFile.open(resource("module.pth")).close());
        assertTrue(refusal.getMessage().contains("torch.nn.modules.container.Sequential"), refusal.getMessage());
        assertTrue(refusal.getMessage().contains("module.pth")
                && refusal.getMessage().contains("at byte"));
        assertTrue(refusal.getMessage().contains("state_dict"));
    }

    @Test
    @DisplayName("is closed with its file: a tensor cannot be read afterwards")
    void closed() throws IOException {
        TensorFile file = TensorFile.open(resource("zip.pth"));
        Tensor tensor = file.tensors().get("f32");
        file.close();
        assertThrows(IOException.class, tensor::floats);
    }
}
