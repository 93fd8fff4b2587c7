package io.flamemark.weights;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A safetensors file")
class SafetensorsTest {

    @TempDir
    Path folder;

    @Test
    @DisplayName("holds what was written, alone in its folder")
    void roundTrip() throws IOException {
        Path path = folder.resolve("weights.safetensors");
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put("a.weight", Tensor.of(TensorShape.of(2, 3), 1, -2, 3.5f, 4, 5, 6));
        tensors.put("scalar", Tensor.of(TensorShape.of(), 7));
        tensors.put("empty", Tensor.of(TensorShape.of(0, 4)));
        SafetensorsWriter.write(path, tensors, Map.of("made by", "a test"));
        try (TensorFile file = TensorFile.open(path);
                Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(path), files.toList());
            assertEquals(TensorFile.Format.SAFETENSORS, file.format());
            assertEquals(Map.of("made by", "a test"), file.metadata());
            assertEquals(
                    List.copyOf(tensors.keySet()), List.copyOf(file.tensors().keySet()));
            assertEquals(TensorShape.of(2, 3), file.tensors().get("a.weight").shape());
            assertArrayEquals(
                    new float[] {1, -2, 3.5f, 4, 5, 6},
                    file.tensors().get("a.weight").floats());
            assertArrayEquals(new float[] {7}, file.tensors().get("scalar").floats());
            assertEquals(7, file.valueCount());
        }
    }

    @Test
    @DisplayName("of a wrapped network is read under the network's own names")
    void wrapped() throws IOException {
        Path path = folder.resolve("weights.safetensors");
        Tensor one = Tensor.of(TensorShape.of(1), 1);
        SafetensorsWriter.write(path, Map.of("module.fc.weight", one, "module.fc.bias", one), Map.of());
        try (TensorFile file = TensorFile.open(path)) {
            assertEquals(Set.of("fc.weight", "fc.bias"), file.tensors().keySet());
        }
    }

    @Test
    @DisplayName("is the same to the last byte whatever order its texts come in, so that two processes write one file")
    void sameBytes() throws IOException {
        Map<String, Tensor> tensors = Map.of("a", Tensor.of(TensorShape.of(1), 5));
        List<byte[]> written = new ArrayList<>();
        for (List<String> order : List.of(List.of("run", "epoch", "step"), List.of("step", "epoch", "run"))) {
            Map<String, String> texts = new LinkedHashMap<>();
            order.forEach(key -> texts.put(key, "of " + key));
            Path path = folder.resolve("weights.safetensors");
            SafetensorsWriter.write(path, tensors, texts);
            written.add(Files.readAllBytes(path));
        }
        assertArrayEquals(written.get(0), written.get(1));
    }

    @Test
    @DisplayName("is known for what it is whatever the length of its header: its first byte may be that of a pickle")
    void everyFirstByte() throws IOException {
        Path path = folder.resolve("weights.safetensors");
        for (int length = 0; length < 256; length++) {
            SafetensorsWriter.write(
                    path, Map.of("a", Tensor.of(TensorShape.of(1), 5)), Map.of("x", "y".repeat(length)));
            try (TensorFile file = TensorFile.open(path)) {
                assertEquals(TensorFile.Format.SAFETENSORS, file.format());
                assertEquals(length, file.metadata().get("x").length());
            }
        }
    }

    @Test
    @DisplayName("made of a checkpoint has the same numbers, of the same kinds")
    void conversion() throws IOException {
        Path path = folder.resolve("converted.safetensors");
        try (TensorFile from = TensorFile.open(CheckpointTest.resource("zip.pth"))) {
            SafetensorsWriter.write(path, from.tensors(), Map.of());
            try (TensorFile to = TensorFile.open(path)) {
                assertEquals(from.tensors().keySet(), to.tensors().keySet());
                for (String name : from.tensors().keySet()) {
                    assertEquals(
                            from.tensors().get(name).type(),
                            to.tensors().get(name).type());
                    assertEquals(
                            from.tensors().get(name).shape(),
                            to.tensors().get(name).shape());
                    assertArrayEquals(
                            from.tensors().get(name).floats(),
                            to.tensors().get(name).floats(),
                            name);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"b":{"dtype":"F32","shape":[2],"data_offsets":[4,12]}} | over another
            {"a":{"dtype":"F32","shape":[4],"data_offsets":[0,16]}}                   | lies outside its place
            {"a":{"dtype":"F32","shape":[3],"data_offsets":[0,8]}}                    | as long as its shape says
            {"a":{"dtype":"F32","shape":[2],"data_offsets":[8,0]}}                    | lies outside its place
            {"a":{"dtype":"F32","shape":[-2],"data_offsets":[0,8]}}                   | a negative size
            {"a":{"dtype":"F32","shape":[2],"data_offsets":[8]}}                      | lies outside its place
            {"a":{"dtype":"F32","shape":[4294967296,4294967296],"data_offsets":[0,8]}} | larger than any file
            {"a":{"dtype":"F8_E4M3","shape":[8],"data_offsets":[0,8]}}                | F8_E4M3
            {"a":{"dtype":"F32","shape":[2]}}                                         | "data_offsets" is missing
            {"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"a":{"dtype":"F32","shape":[1],"data_offsets":[8,12]}} | twice
            {"a":{"dtype":"F32","shape":[1e999999999],"data_offsets":[0,8]}}          | damaged header
            {"a":[1]}                                                                 | an object
            {"a":                                                                     | damaged header""")
    @DisplayName("whose header does not go with its data is refused by name")
    void damagedHeaders(String header, String expected) throws IOException {
        Path path = file(header.length(), header, 12);
        WeightsException refusal =
                assertThrows(WeightsException.class, () -> TensorFile.open(path).close());
        assertTrue(refusal.getMessage().startsWith(path + ": "), refusal.getMessage());
        assertTrue(refusal.getMessage().contains(expected), refusal.getMessage());
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 3, 1_000_000_000_000_000_000L, Long.MAX_VALUE, Long.MIN_VALUE, 99_999_999})
    @DisplayName("with an impossible header is refused before memory is taken for it")
    void impossibleHeaderLengths(long length) throws IOException {
        Path path = file(length, "{}", 0);
        assertThrows(WeightsException.class, () -> TensorFile.open(path).close());
    }

    private Path file(long headerLength, String header, int data) throws IOException {
        byte[] text = header.getBytes(StandardCharsets.UTF_8);
        ByteBuffer content = ByteBuffer.allocate(8 + text.length + data).order(ByteOrder.LITTLE_ENDIAN);
        content.putLong(headerLength).put(text);
        return Files.write(folder.resolve("made.safetensors"), content.array());
    }
}
