package io.flamemark.weights;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.Supplier;

/**
 * Floats that another library holds, such as a network's: copied only while they are read.
 *
 * @param values as many as the shape says, row-major
 */
public record FloatTensor(TensorShape shape, Supplier<float[]> values) implements Tensor {

    private static final int PIECE = 1 << 16;

    @Override
    public TensorType type() {
        return TensorType.F32;
    }

    @Override
    public float[] floats() {
        return values.get();
    }

    @Override
    public void read(Sink sink) throws IOException {
        float[] all = values.get();
        ByteBuffer piece =
                ByteBuffer.allocate(Math.min(PIECE, all.length) * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at < all.length; at += PIECE) {
            int count = Math.min(PIECE, all.length - at);
            piece.clear().limit(count * Float.BYTES);
            piece.asFloatBuffer().put(all, at, count);
            sink.accept(piece);
        }
    }
}
