package io.flamemark.maskrcnn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.flamemark.imaging.RgbImage;
import io.flamemark.maskrcnn.layers.Parameters;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** Weights and images from a formula, the same as in {@code src/test/reference/reference.py}. */
public final class Formula {

    private Formula() {}

    /** Gives every tensor its values, by its name in the whole network. */
    public static void fill(Parameters parameters) {
        parameters.all().forEach((name, tensor) -> {
            double[] noise = noise(name, (int) tensor.size());
            double offset = offset(name);
            double scale = scale(name, tensor.getShape());
            float[] values = new float[noise.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) (offset + scale * noise[i]);
            }
            Parameters.fill(tensor, values);
        });
    }

    /** Noise of plus or minus half of {@code scale}. */
    public static NDArray array(NDManager manager, String name, double scale, long... shape) {
        return manager.create(floats(name, scale, (int) new Shape(shape).size()), new Shape(shape));
    }

    public static float[] floats(String name, double scale, int count) {
        double[] noise = noise(name, count);
        float[] values = new float[count];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (noise[i] * scale);
        }
        return values;
    }

    /** Squares of {@code block} pixels in random colours. */
    public static RgbImage image(String name, int width, int height, int block) {
        int rows = (height + block - 1) / block;
        int columns = (width + block - 1) / block;
        double[] noise = noise(name, 3 * rows * columns);
        int[] rgb = new int[width * height];
        for (int i = 0; i < rgb.length; i++) {
            int square = i / width / block * columns + i % width / block;
            for (int channel = 0; channel < 3; channel++) {
                rgb[i] = rgb[i] << 8 | (int) ((noise[channel * rows * columns + square] + 0.5) * 256);
            }
        }
        return new RgbImage(width, height, rgb);
    }

    private static double scale(String name, Shape shape) {
        if (shape.dimension() == 1) {
            return 0.2;
        }
        double gain =
                name.contains("bbox_pred") ? 0.1 : name.contains("fpn") ? 0.3 : name.contains("cls_score") ? 3 : 1;
        return gain * Math.sqrt(24.0 * shape.get(0) / shape.size());
    }

    private static double offset(String name) {
        if (name.endsWith("running_var")) {
            return 1;
        }
        if (name.endsWith("bn2.weight") || name.endsWith("bn3.weight")) {
            return 0.5;
        }
        return name.endsWith("bn1.weight") || name.endsWith("downsample.1.weight") ? 0.8 : 0;
    }

    /** Uniform in -0.5..0.5, from 32-bit integer arithmetic alone. */
    private static double[] noise(String name, int count) {
        CRC32 hash = new CRC32();
        hash.update(name.getBytes(StandardCharsets.UTF_8));
        double[] noise = new double[count];
        for (int i = 0; i < count; i++) {
            int x = i * 0x9e3779b1 + (int) hash.getValue();
            x = (x ^ x >>> 15) * 0x85ebca77;
            x = (x ^ x >>> 13) * 0xc2b2ae3d;
            x ^= x >>> 16;
            noise[i] = (x >>> 8) / (double) (1 << 24) - 0.5;
        }
        return noise;
    }
}
