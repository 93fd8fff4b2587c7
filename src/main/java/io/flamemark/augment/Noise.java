package io.flamemark.augment;

import io.flamemark.imaging.RgbImage;
import java.util.random.RandomGenerator;

/**
 * A sensor's noise: to every value of every pixel something is added, Gaussian.
 *
 * @param deviation its standard deviation, of 255
 */
record Noise(double deviation) {

    private static final double MOST = 25;

    /** @param strength 0..1 */
    static Noise random(double strength, RandomGenerator random) {
        return new Noise(MOST * strength * random.nextDouble());
    }

    RgbImage apply(RgbImage image, RandomGenerator random) {
        int[] rgb = new int[image.rgb().length];
        for (int i = 0; i < rgb.length; i++) {
            int pixel = image.rgb()[i];
            rgb[i] = noisy(pixel >> 16 & 0xff, random) << 16
                    | noisy(pixel >> 8 & 0xff, random) << 8
                    | noisy(pixel & 0xff, random);
        }
        return new RgbImage(image.width(), image.height(), rgb);
    }

    private int noisy(int level, RandomGenerator random) {
        return (int) Math.max(0, Math.min(255, Math.round(level + deviation * random.nextGaussian())));
    }
}
