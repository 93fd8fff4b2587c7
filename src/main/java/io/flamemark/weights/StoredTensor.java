package io.flamemark.weights;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** A view of a file's bytes as a tensor: as in PyTorch, its values need not lie row by row, nor next to each other. */
final class StoredTensor implements Tensor {

    private static final int PIECE = 1 << 16;

    private final FileBytes file;
    private final TensorType type;
    private final TensorShape shape;
    private final long[] strides;
    private final long begin;

    /** From the first value to the last, both included. */
    private final long span;

    private StoredTensor(FileBytes file, TensorType type, TensorShape shape, long[] strides, long begin, long span) {
        this.file = file;
        this.type = type;
        this.shape = shape;
        this.strides = strides;
        this.begin = begin;
        this.span = span;
    }

    /** Values that fill a stretch of a file row by row. */
    static StoredTensor rowMajor(FileBytes file, TensorType type, TensorShape shape, long begin) {
        return new StoredTensor(file, type, shape, shape.rowMajorStrides(), begin, shape.size());
    }

    /**
     * A view.
     *
     * @param storage the stretch of the file it looks into
     * @param offset where its first value is, in values from the beginning of the storage
     * @param strides how many values apart two neighbours along each side lie
     * @throws IllegalArgumentException if it would reach outside of the storage
     */
    static StoredTensor view(
            FileBytes file, TensorType type, Stretch storage, long offset, TensorShape shape, long... strides) {
        if (strides.length != shape.rank()) {
            throw new IllegalArgumentException("the shape " + shape + " does not go with " + strides.length + " steps");
        }
        long span = span(shape, strides);
        if (offset < 0 || span > storage.length() / type.width() - offset) {
            throw new IllegalArgumentException("it reaches outside of its storage");
        }
        return new StoredTensor(file, type, shape, strides.clone(), storage.begin() + offset * type.width(), span);
    }

    private static long span(TensorShape shape, long... strides) {
        if (shape.size() == 0) {
            return 0;
        }
        if (Arrays.stream(strides).anyMatch(stride -> stride < 0)) {
            throw new IllegalArgumentException("it has a negative step");
        }
        long span = 1;
        try {
            for (int i = 0; i < strides.length; i++) {
                span = Math.addExact(span, Math.multiplyExact(shape.side(i) - 1, strides[i]));
            }
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("it reaches outside of any file", e);
        }
        return span;
    }

    @Override
    public TensorType type() {
        return type;
    }

    @Override
    public TensorShape shape() {
        return shape;
    }

    @Override
    public void read(Sink sink) throws IOException {
        if (isRowMajor()) {
            file.stream(begin, byteCount(), sink);
        } else {
            gather(sink);
        }
    }

    private boolean isRowMajor() {
        long[] plain = shape.rowMajorStrides();
        for (int i = 0; i < plain.length; i++) {
            if (plain[i] != strides[i] && shape.side(i) > 1) {
                return false;
            }
        }
        return true;
    }

    private void gather(Sink sink) throws IOException {
        ByteBuffer from = file.map(begin, span * type.width());
        ByteBuffer piece = ByteBuffer.allocate(PIECE * type.width()).order(ByteOrder.LITTLE_ENDIAN);
        long[] index = new long[shape.rank()];
        long at = 0;
        for (long left = shape.size(); left > 0; left--) {
            piece.put(piece.position(), from, (int) at * type.width(), type.width());
            piece.position(piece.position() + type.width());
            if (!piece.hasRemaining() || left == 1) {
                sink.accept(piece.flip());
                piece.clear();
            }
            at = next(index, at);
        }
    }

    /** Counts the index up as an odometer does and returns where its value lies. */
    private long next(long[] index, long at) {
        long next = at;
        for (int i = index.length - 1; i >= 0; i--) {
            next += strides[i];
            if (++index[i] < shape.side(i)) {
                return next;
            }
            next -= strides[i] * shape.side(i);
            index[i] = 0;
        }
        return next;
    }

    @Override
    public String toString() {
        return type + " " + shape + " by " + Arrays.toString(strides);
    }
}
