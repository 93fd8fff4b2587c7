package io.flamemark.weights;

import java.util.Arrays;
import java.util.List;

/**
 * The sides of a tensor, outermost first; none for a single number.
 *
 * @throws IllegalArgumentException if a side is negative, there are more sides than PyTorch knows (64), or the number
 *     of values does not fit a long
 */
public record TensorShape(List<Long> sides) {

    static final int MOST_SIDES = 64;

    public TensorShape {
        sides = List.copyOf(sides);
        if (sides.size() > MOST_SIDES) {
            throw new IllegalArgumentException("a shape of " + sides.size() + " sides");
        }
        count(sides);
    }

    public static TensorShape of(long... sides) {
        return new TensorShape(Arrays.stream(sides).boxed().toList());
    }

    /** The number of values. */
    public long size() {
        return count(sides);
    }

    public int rank() {
        return sides.size();
    }

    public long side(int index) {
        return sides.get(index);
    }

    /** How many values apart two neighbours along each side lie, where the values lie row by row. */
    long[] rowMajorStrides() {
        long[] strides = new long[rank()];
        long stride = 1;
        for (int i = rank() - 1; i >= 0; i--) {
            strides[i] = stride;
            stride *= Math.max(1, side(i));
        }
        return strides;
    }

    private static long count(List<Long> sides) {
        long count = 1;
        for (long side : sides) {
            if (side < 0) {
                throw new IllegalArgumentException("the shape " + sides + " has a negative side");
            }
            try {
                count = Math.multiplyExact(count, side);
            } catch (ArithmeticException e) {
                throw new IllegalArgumentException("the shape " + sides + " is larger than any file", e);
            }
        }
        return count;
    }

    /** As PyTorch writes it: {@code [64, 3, 7, 7]}. */
    @Override
    public String toString() {
        return sides.toString();
    }
}
