package io.flamemark.maskrcnn.weights;

import ai.djl.ndarray.NDArray;
import io.flamemark.weights.FloatTensor;
import io.flamemark.weights.Tensor;
import io.flamemark.weights.TensorShape;
import java.util.LinkedHashMap;
import java.util.Map;

/** A network's arrays as tensors that can be written; each is copied from libtorch only while it is. */
public final class NetworkTensors {

    private NetworkTensors() {}

    /** The arrays under their names, in order. */
    public static Map<String, Tensor> of(Map<String, NDArray> arrays) {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        arrays.forEach((name, array) -> tensors.put(name, new FloatTensor(shape(array), array::toFloatArray)));
        return tensors;
    }

    static Map<String, TensorShape> shapes(Map<String, NDArray> arrays) {
        Map<String, TensorShape> shapes = new LinkedHashMap<>();
        arrays.forEach((name, array) -> shapes.put(name, shape(array)));
        return shapes;
    }

    private static TensorShape shape(NDArray array) {
        return TensorShape.of(array.getShape().getShape());
    }
}
