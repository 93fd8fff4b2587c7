package io.flamemark.maskrcnn.weights;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.flamemark.maskrcnn.ops.TorchRuntime;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafetensorsTest {

    @TempDir
    Path folder;

    @Test
    void whatIsWrittenIsReadHereAndByDjl() throws IOException {
        Path file = folder.resolve("weights.safetensors");
        try (NDManager manager = TorchRuntime.newManager()) {
            Map<String, NDArray> tensors = new LinkedHashMap<>();
            tensors.put("a.weight", manager.create(new float[] {1, -2, 3.5f, 4, 5, 6}, new Shape(2, 3)));
            tensors.put("scalar", manager.create(7f));
            SafetensorsWriter.write(file, tensors, Map.of("made by", "a test"));

            try (SafetensorsReader reader = SafetensorsReader.open(file)) {
                assertArrayEquals(new long[] {2, 3}, reader.shape("a.weight"));
                assertArrayEquals(new float[] {1, -2, 3.5f, 4, 5, 6}, reader.values("a.weight"));
                assertArrayEquals(new float[] {7}, reader.values("scalar"));
            }
            try (InputStream in = Files.newInputStream(file)) {
                NDList read = NDList.decode(manager, in);
                assertEquals("a.weight", read.get(0).getName());
                assertArrayEquals(
                        new float[] {1, -2, 3.5f, 4, 5, 6}, read.get(0).toFloatArray());
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"b":{"dtype":"F32","shape":[2],"data_offsets":[4,12]}} | outside its place
                    {"a":{"dtype":"F32","shape":[2],"data_offsets":[8,16]}}                     | outside its place
                    {"a":{"dtype":"F32","shape":[3],"data_offsets":[0,8]}}                      | not as long as its shape
                    {"a":{"dtype":"F32","shape":[4294967296,4294967296],"data_offsets":[0,8]}}  | overflow
                    {"a":{"dtype":"F32","shape":[-2],"data_offsets":[0,8]}}                     | negative
                    {"a":{"dtype":"F32","shape":[2],"data_offsets":[0]}}                        | offsets
                    {"a":                                                                       | damaged
                    """)
    void refusesUnsoundHeaders(String header, String reason) throws IOException {
        Path file = file(header.getBytes(StandardCharsets.UTF_8).length, header, 12);
        WeightsException refusal = assertThrows(
                WeightsException.class, () -> SafetensorsReader.open(file).close());
        assertTrue(refusal.getMessage().contains(reason), refusal.getMessage());
        assertTrue(refusal.getMessage().contains(file.toString()));
    }

    @ParameterizedTest
    @CsvSource({"-1", "0", "99", "4611686018427387904"})
    void refusesImpossibleHeaderLengthsBeforeTakingMemory(long length) throws IOException {
        Path file = file(length, "{}", 0);
        assertThrows(WeightsException.class, () -> SafetensorsReader.open(file).close());
    }

    @Test
    void refusesOtherNumbersThanFloats() throws IOException {
        String header = "{\"a\":{\"dtype\":\"F16\",\"shape\":[4],\"data_offsets\":[0,8]}}";
        try (SafetensorsReader reader = SafetensorsReader.open(file(header.length(), header, 8))) {
            WeightsException refusal = assertThrows(WeightsException.class, () -> reader.values("a"));
            assertTrue(refusal.getMessage().contains("F16"));
        }
    }

    private Path file(long headerLength, String header, int data) throws IOException {
        byte[] text = header.getBytes(StandardCharsets.UTF_8);
        ByteBuffer content = ByteBuffer.allocate(8 + text.length + data).order(ByteOrder.LITTLE_ENDIAN);
        content.putLong(headerLength).put(text);
        return Files.write(folder.resolve("made.safetensors"), content.array());
    }
}
