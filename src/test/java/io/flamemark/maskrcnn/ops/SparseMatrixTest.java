package io.flamemark.maskrcnn.ops;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SparseMatrixTest {

    /** Rows of 2, 0, 1 and 0 numbers in five columns, of which the second and the last hold none. */
    private static final SparseMatrix MATRIX =
            new SparseMatrix(new int[] {3, 0, 2}, new int[] {0, 2, 2, 3}, new float[] {0.5f, 2, -1});

    @Test
    void rowsWithoutNumbersGiveZeros() {
        try (NDManager manager = TorchRuntime.newManager()) {
            NDArray dense = manager.create(new float[][] {{1, 2}, {3, 4}, {5, 6}, {7, 8}, {9, 10}});
            float[] product = {2 + 3.5f, 4 + 4, 0, 0, -5, -6, 0, 0};
            assertArrayEquals(product, MATRIX.times(dense).toFloatArray());
        }
    }

    @Test
    void columnsBecomeRows() {
        try (NDManager manager = TorchRuntime.newManager()) {
            NDArray dense = manager.create(new float[][] {{1}, {10}, {100}, {1000}});
            float[] product = {2, 0, -100, 0.5f, 0};
            assertArrayEquals(product, MATRIX.transposed(5).times(dense).toFloatArray());
        }
    }

    @Test
    void transposedTwiceItIsTheSameProduct() {
        Random random = new Random(5);
        int[] columns = random.ints(60, 0, 7).toArray();
        int[] starts = random.ints(20, 0, 61).sorted().toArray();
        starts[0] = 0;
        float[] values = new float[60];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextInt(9) - 4;
        }
        SparseMatrix matrix = new SparseMatrix(columns, starts, values);
        try (NDManager manager = TorchRuntime.newManager()) {
            NDArray dense = manager.arange(21f).reshape(7, 3);
            assertArrayEquals(
                    matrix.times(dense).toFloatArray(),
                    matrix.transposed(7).transposed(20).times(dense).toFloatArray());
        }
    }
}
