package io.flamemark.maskrcnn.weights;

import ai.djl.ndarray.NDArray;
import io.flamemark.maskrcnn.layers.Parameters;
import io.flamemark.weights.FloatTensor;
import io.flamemark.weights.SafetensorsWriter;
import io.flamemark.weights.Tensor;
import io.flamemark.weights.TensorShape;
import io.flamemark.weights.TensorType;
import io.flamemark.weights.TorchvisionNames;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** A network's arrays as tensors that can be written; each is copied from libtorch only while it is. */
public final class NetworkTensors {

    private NetworkTensors() {}

    /** The arrays under their names, in order. */
    public static Map<String, Tensor> of(Map<String, NDArray> arrays) {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        arrays.forEach((name, array) -> tensors.put(
                name,
                TorchvisionNames.isCounter(name)
                        ? new Counter((long) Parameters.values(array)[0])
                        : new FloatTensor(shape(array), () -> Parameters.values(array))));
        return tensors;
    }

    /**
     * Writes arrays as a safetensors file. The texts about it gain the mark by which PyTorch's programs know such a
     * file.
     *
     * @param about texts for whoever reads the file
     */
    public static void write(Path file, Map<String, NDArray> arrays, Map<String, String> about) throws IOException {
        Map<String, String> marked = new LinkedHashMap<>(about);
        marked.put("format", "pt");
        SafetensorsWriter.write(file, of(arrays), marked);
    }

    /** How many batches a norm has learned from: a float to us, a whole number to PyTorch. */
    private record Counter(long batches) implements Tensor {

        @Override
        public TensorType type() {
            return TensorType.I64;
        }

        @Override
        public TensorShape shape() {
            return TensorShape.of();
        }

        @Override
        public void read(Sink sink) throws IOException {
            sink.accept(ByteBuffer.allocate(Long.BYTES)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putLong(batches)
                    .flip());
        }
    }

    static Map<String, TensorShape> shapes(Parameters parameters) {
        Map<String, TensorShape> shapes = new LinkedHashMap<>();
        parameters.shapes().forEach((name, shape) -> shapes.put(name, TensorShape.of(shape.getShape())));
        return shapes;
    }

    private static TensorShape shape(NDArray array) {
        return TensorShape.of(array.getShape().getShape());
    }
}
