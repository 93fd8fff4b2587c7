package io.flamemark.weights;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A checkpoint written here")
class PyTorchWriterTest {

    @TempDir
    Path folder;

    @Test
    @DisplayName("holds the same numbers, of the same kinds, as the one it was made of")
    void roundTrip() throws IOException {
        Path path = folder.resolve("copy.pth");
        try (TensorFile from = TensorFile.open(CheckpointTest.resource("legacy.pth"))) {
            PyTorchWriter.write(path, from.tensors());
            try (TensorFile to = TensorFile.open(path)) {
                assertEquals(TensorFile.Format.PYTORCH, to.format());
                assertEquals(
                        List.copyOf(from.tensors().keySet()),
                        List.copyOf(to.tensors().keySet()));
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

    @Test
    @DisplayName("keeps notes as long as those of a safetensors file may be")
    void longNotes() throws IOException {
        Path path = folder.resolve("notes.pth");
        Map<String, String> about = Map.of(TensorFile.CLASSES, "fire,".repeat(20_000));
        PyTorchWriter.write(path, Map.of("a", Tensor.of(TensorShape.of(), 4)), about);
        try (TensorFile file = TensorFile.open(path)) {
            assertEquals(about, file.metadata());
        }
    }

    @Test
    @Tag("full")
    @DisplayName("is opened by torch.load, as a whole and as weights alone; so are the numbers of a safetensors file")
    void pytorch() throws IOException {
        List<Path> pairs = new ArrayList<>();
        for (String name : List.of("zip.pth", "legacy.pth", "protocol4.pth")) {
            Path original = CheckpointTest.resource(name);
            try (TensorFile from = TensorFile.open(original)) {
                Path checkpoint = folder.resolve("written-" + name);
                PyTorchWriter.write(checkpoint, from.tensors(), Map.of("made by", "a test"));
                Path safetensors = folder.resolve(name + ".safetensors");
                SafetensorsWriter.write(safetensors, from.tensors(), Map.of("made by", "a test"));
                pairs.addAll(List.of(original, checkpoint, original, safetensors));
            }
        }
        PyTorchPeer.assertSame(pairs.toArray(Path[]::new));
    }

    @Test
    @DisplayName("is a zip archive with right checksums, its tensors at multiples of 64 bytes, and the same each time")
    void archive() throws IOException {
        Path path = folder.resolve("weights.pth");
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put("a", Tensor.of(TensorShape.of(3), 1, 2, 3));
        tensors.put("b", Tensor.of(TensorShape.of(), 4));
        PyTorchWriter.write(path, tensors);
        List<String> names = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(path))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
                zip.readAllBytes();
            }
        }
        assertEquals(
                List.of("archive/data.pkl", "archive/byteorder", "archive/data/0", "archive/data/1", "archive/version"),
                names);
        try (FileBytes bytes = FileBytes.open(path)) {
            ZipDirectory directory = ZipDirectory.read(bytes);
            assertEquals(0, directory.find("archive/data/1").orElseThrow().begin() % 64);
            assertEquals(12, directory.find("archive/data/0").orElseThrow().length());
        }
        byte[] first = Files.readAllBytes(path);
        PyTorchWriter.write(path, tensors);
        assertArrayEquals(first, Files.readAllBytes(path));
    }
}
