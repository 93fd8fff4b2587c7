package io.flamemark.augment;

import io.flamemark.imaging.RgbImage;
import java.util.random.RandomGenerator;

/**
 * An image as if the shutter had been open for longer or shorter: light is multiplied, in linear light by sRGB's curve
 * (IEC 61966-2-1), and ends at white.
 *
 * @param stops each doubles the light; negative ones halve it
 */
record Exposure(double stops) {

    private static final double MOST_STOPS = 1.5;
    private static final int LEVELS = 256;

    /** @param strength 0..1; at 1 up to one and a half stops either way */
    static Exposure random(double strength, RandomGenerator random) {
        return new Exposure(MOST_STOPS * strength * (2 * random.nextDouble() - 1));
    }

    RgbImage apply(RgbImage image) {
        int[] exposed = curve();
        int[] rgb = new int[image.rgb().length];
        for (int i = 0; i < rgb.length; i++) {
            int pixel = image.rgb()[i];
            rgb[i] = exposed[pixel >> 16 & 0xff] << 16 | exposed[pixel >> 8 & 0xff] << 8 | exposed[pixel & 0xff];
        }
        return new RgbImage(image.width(), image.height(), rgb);
    }

    private int[] curve() {
        double factor = Math.pow(2, stops);
        int[] levels = new int[LEVELS];
        for (int level = 0; level < LEVELS; level++) {
            double light = Math.min(1, factor * toLight(level / 255.0));
            levels[level] = (int) Math.round(255 * fromLight(light));
        }
        return levels;
    }

    /** The constants of the curve are the standard's. */
    private static double toLight(double stored) {
        return stored <= 0.04045 ? stored / 12.92 : Math.pow((stored + 0.055) / 1.055, 2.4);
    }

    private static double fromLight(double light) {
        return light <= 0.0031308 ? light * 12.92 : 1.055 * Math.pow(light, 1 / 2.4) - 0.055;
    }
}
