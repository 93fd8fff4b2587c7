package io.flamemark.maskrcnn.weights;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.flamemark.maskrcnn.CardArray;
import io.flamemark.maskrcnn.ops.TorchRuntime;
import io.flamemark.weights.Tensor;
import io.flamemark.weights.TensorType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A network's arrays as tensors")
class NetworkTensorsTest {

    @Test
    @DisplayName("leave nothing behind of what is copied from a graphics card to read them")
    void onACard() throws IOException {
        List<NDArray> copies = new ArrayList<>();
        try (NDManager owner = TorchRuntime.newManager()) {
            Map<String, Tensor> tensors = NetworkTensors.of(Map.of(
                    "weight", CardArray.of(owner, new float[] {1, 2, 3}, copies),
                    "bn.num_batches_tracked", CardArray.of(owner, new float[] {7}, copies)));
            assertArrayEquals(new float[] {1, 2, 3}, tensors.get("weight").floats());
            assertEquals(TensorType.I64, tensors.get("bn.num_batches_tracked").type());
            assertEquals(2, copies.size());
            assertEquals(0, CardArray.left(copies));
        }
    }
}
