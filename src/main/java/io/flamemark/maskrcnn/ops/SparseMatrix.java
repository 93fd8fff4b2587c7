package io.flamemark.maskrcnn.ops;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.List;

/**
 * A matrix of few numbers and many zeros, in compressed rows: those of a row follow each other, {@code starts} holds the
 * place of each row's first one. It multiplies as PyTorch's {@code embedding_bag}, which many threads share; the operator
 * for sparse matrices takes one, and the bag's own way back sorts all places anew, so that the transposed matrix is
 * quicker there.
 *
 * @param columns for each number its column
 * @param starts one for each row
 * @param values one for each column named
 */
record SparseMatrix(int[] columns, int[] starts, float[] values) {

    /**
     * This times another matrix.
     *
     * @param dense {@code [columns, C]}
     * @return {@code [rows, C]}, attached to the manager of the other
     */
    NDArray times(NDArray dense) {
        NDManager manager = dense.getManager();
        // The arrays share Java's memory, so they live until the product is there.
        try (NDArray indices = manager.create(columns);
                NDArray offsets = manager.create(starts);
                NDArray weights = manager.create(values)) {
            return BagSum.FUNCTION.apply(dense, indices, offsets, weights);
        }
    }

    /** @param count columns of this, and so rows of what comes */
    SparseMatrix transposed(int count) {
        int[] begins = begins(count);
        int[] next = begins.clone();
        int[] rows = new int[columns.length];
        float[] moved = new float[values.length];
        for (int row = 0; row < starts.length; row++) {
            int end = row + 1 < starts.length ? starts[row + 1] : columns.length;
            for (int i = starts[row]; i < end; i++) {
                int place = next[columns[i]]++;
                rows[place] = row;
                moved[place] = values[i];
            }
        }
        return new SparseMatrix(rows, begins, moved);
    }

    /** For each column how many numbers stand in those before it. */
    private int[] begins(int count) {
        int[] begins = new int[count];
        for (int column : columns) {
            if (column + 1 < count) {
                begins[column + 1]++;
            }
        }
        for (int i = 1; i < count; i++) {
            begins[i] += begins[i - 1];
        }
        return begins;
    }

    /** Compiled on first use and kept for the life of the process. */
    private static final class BagSum {

        static final TorchFunction FUNCTION =
                TorchFunction.compile(List.of("features", "indices", "offsets", "weights"), """
                bags, _0, _1, _2 = torch.embedding_bag(features, indices, offsets, False, 0, False, weights)
                return bags
                """);
    }
}
