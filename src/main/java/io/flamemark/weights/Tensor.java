package io.flamemark.weights;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Numbers in rows and columns that are read when asked for. */
public interface Tensor {

    TensorType type();

    TensorShape shape();

    /**
     * Hands out all values in row-major order, in pieces of whole numbers, so that none needs much memory.
     *
     * @throws IOException if they cannot be read, or what the sink throws
     */
    void read(Sink sink) throws IOException;

    /** Takes the pieces of a tensor. */
    interface Sink {

        /** @param piece little-endian, to be used before returning */
        void accept(ByteBuffer piece) throws IOException;
    }

    /** Bytes of all values. */
    default long byteCount() {
        return Math.multiplyExact(shape().size(), type().width());
    }

    /**
     * All values, row-major, as floats.
     *
     * @throws WeightsException if they take more than 2 GiB
     */
    default float[] floats() throws IOException {
        long size = shape().size();
        if (size > Integer.MAX_VALUE / Float.BYTES) {
            throw new WeightsException("A tensor of the shape " + shape() + " is too large to be held in memory.");
        }
        float[] values = new float[(int) size];
        int[] at = {0};
        read(piece -> {
            ByteBuffer in = piece.order(ByteOrder.LITTLE_ENDIAN);
            while (in.hasRemaining()) {
                values[at[0]++] = type().next(in);
            }
        });
        return values;
    }

    /** A tensor of floats in memory. */
    static Tensor of(TensorShape shape, float... values) {
        return new FloatTensor(shape, () -> values);
    }
}
