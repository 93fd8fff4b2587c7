package io.flamemark.maskrcnn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.flamemark.weights.Tensor;
import io.flamemark.weights.TensorFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** Numbers that torchvision computed: the tensors of a file that a script in {@code src/test/reference} wrote. */
public final class Reference {

    /** The shape and values of a tensor. */
    private record Values(long[] shape, float[] floats) {}

    private final Map<String, Values> tensors = new TreeMap<>();

    private Reference(Path path) throws IOException {
        try (TensorFile file = TensorFile.open(path)) {
            for (Map.Entry<String, Tensor> tensor : file.tensors().entrySet()) {
                Tensor value = tensor.getValue();
                tensors.put(
                        tensor.getKey(),
                        new Values(
                                value.shape().sides().stream()
                                        .mapToLong(Long::longValue)
                                        .toArray(),
                                value.floats()));
            }
        }
    }

    /** A file of this package's test resources. */
    public static Reference of(String resource) {
        try {
            return at(Path.of(Objects.requireNonNull(Reference.class.getResource(resource), resource)
                    .toURI()));
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    public static Reference at(Path path) {
        try {
            return new Reference(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Set<String> names() {
        return tensors.keySet();
    }

    public float[] floats(String name) {
        return Objects.requireNonNull(tensors.get(name), name).floats;
    }

    public int[] ints(String name) {
        float[] floats = floats(name);
        int[] ints = new int[floats.length];
        for (int i = 0; i < ints.length; i++) {
            ints[i] = (int) floats[i];
        }
        return ints;
    }

    public NDArray array(NDManager manager, String name) {
        return manager.create(floats(name), new Shape(tensors.get(name).shape));
    }

    /**
     * Pixels packed eight a byte, the first in the highest bit: those of one of several masks of {@code size} pixels.
     */
    public BitSet pixels(String name, int mask, int size) {
        float[] bytes = floats(name);
        BitSet pixels = new BitSet(size);
        for (int i = 0; i < size; i++) {
            int bit = mask * size + i;
            pixels.set(i, ((int) bytes[bit / 8] >> 7 - bit % 8 & 1) == 1);
        }
        return pixels;
    }

    /** Asserts that each value is within {@code tolerance} of the expected one, or within that part of it. */
    public static void assertClose(float[] expected, float[] actual, double tolerance, String what) {
        assertEquals(expected.length, actual.length, what + ": number of values");
        for (int i = 0; i < expected.length; i++) {
            double allowed = tolerance * Math.max(1, Math.abs(expected[i]));
            assertEquals(expected[i], actual[i], allowed, what + " at " + i);
        }
    }
}
