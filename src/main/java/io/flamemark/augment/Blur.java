package io.flamemark.augment;

import io.flamemark.imaging.RgbImage;
import java.util.random.RandomGenerator;

/**
 * A Gaussian blur. Beyond the border lies what is at the border.
 *
 * @param sigma its standard deviation, pixels; 0 leaves the image as it is
 */
record Blur(double sigma) {

    /** At full strength, as a share of the shorter side. */
    private static final double MOST = 0.01;

    /** Of a narrower one nothing can be seen. */
    private static final double LEAST_SIGMA = 0.2;

    /** @param strength 0..1; most images are blurred much less than it allows */
    static Blur random(double strength, RgbImage image, RandomGenerator random) {
        double share = random.nextDouble();
        return new Blur(MOST * strength * Math.min(image.width(), image.height()) * share * share);
    }

    RgbImage apply(RgbImage image) {
        if (sigma < LEAST_SIGMA) {
            return image;
        }
        float[] kernel = kernel();
        RgbImage across = new RgbImage(
                image.width(), image.height(), along(image.rgb(), image.width(), image.height(), 1, kernel));
        return new RgbImage(
                image.width(),
                image.height(),
                along(across.rgb(), image.height(), image.width(), image.width(), kernel));
    }

    /** The weights from the middle outwards; with those of both sides they add up to 1. */
    private float[] kernel() {
        int reach = (int) Math.ceil(3 * sigma);
        float[] kernel = new float[reach + 1];
        double sum = 0;
        for (int i = 0; i <= reach; i++) {
            kernel[i] = (float) Math.exp(-i * i / (2 * sigma * sigma));
            sum += i == 0 ? kernel[i] : 2 * kernel[i];
        }
        for (int i = 0; i <= reach; i++) {
            kernel[i] /= (float) sum;
        }
        return kernel;
    }

    /**
     * Blurs lines of pixels.
     *
     * @param length pixels of a line
     * @param step from a pixel of a line to its next
     */
    private static int[] along(int[] rgb, int length, int lines, int step, float[] kernel) {
        int[] out = new int[rgb.length];
        for (int line = 0; line < lines; line++) {
            int start = step == 1 ? line * length : line;
            for (int i = 0; i < length; i++) {
                out[start + i * step] = blurred(rgb, start, length, step, i, kernel);
            }
        }
        return out;
    }

    private static int blurred(int[] rgb, int start, int length, int step, int at, float[] kernel) {
        float red = 0.5f;
        float green = 0.5f;
        float blue = 0.5f;
        for (int k = 1 - kernel.length; k < kernel.length; k++) {
            int pixel = rgb[start + Math.max(0, Math.min(length - 1, at + k)) * step];
            float weight = kernel[Math.abs(k)];
            red += weight * (pixel >> 16 & 0xff);
            green += weight * (pixel >> 8 & 0xff);
            blue += weight * (pixel & 0xff);
        }
        return (int) red << 16 | (int) green << 8 | (int) blue;
    }
}
