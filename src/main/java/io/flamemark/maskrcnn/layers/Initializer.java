package io.flamemark.maskrcnn.layers;

import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.Random;

/** How a parameter starts. The formulas are PyTorch's ({@code torch.nn.init}). */
@FunctionalInterface
public interface Initializer {

    /** The start values, row-major. */
    float[] values(Shape shape, Random random);

    static Initializer constant(float value) {
        return (shape, random) -> {
            float[] values = new float[(int) shape.size()];
            Arrays.fill(values, value);
            return values;
        };
    }

    static Initializer normal(double deviation) {
        return (shape, random) -> {
            float[] values = new float[(int) shape.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) (random.nextGaussian() * deviation);
            }
            return values;
        };
    }

    /**
     * Normal with variance 2 / (outputs x kernel area): for convolutions before a rectifier (He et al. 2015, Delving
     * Deep into Rectifiers; {@code kaiming_normal_} with {@code mode="fan_out"}).
     */
    static Initializer heNormal() {
        return (shape, random) -> {
            long fanOut = shape.size() / shape.get(1);
            return normal(Math.sqrt(2.0 / fanOut)).values(shape, random);
        };
    }

    /**
     * Uniform within plus or minus {@code factor / sqrt(inputs)}: with 1 PyTorch's default for a linear layer, with the
     * root of 3 its {@code kaiming_uniform_(a=1)}.
     */
    static Initializer uniformByInputs(double factor) {
        return (shape, random) -> {
            double bound = factor / Math.sqrt((double) shape.size() / shape.get(0));
            float[] values = new float[(int) shape.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) ((2 * random.nextDouble() - 1) * bound);
            }
            return values;
        };
    }
}
