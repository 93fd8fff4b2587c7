package io.flamemark.augment;

import io.flamemark.imaging.RgbImage;
import java.util.random.RandomGenerator;

/**
 * A change of light: brightness, contrast, saturation and a slight tint, as a linear map of the colours.
 *
 * @param gain by channel
 * @param offset added to every channel, 0..255
 * @param saturation 1 keeps the colours, 0 is grey
 */
record ColorJitter(float[] gain, float offset, float saturation) {

    private static final float GREY = 128;

    /** At full strength, of brightness, contrast and saturation, and of each channel by itself. */
    private static final double MOST = 0.5;

    private static final double MOST_TINT = 0.15;

    /** The shares of red, green and blue in brightness (ITU-R BT.601). */
    private static final float[] LUMA = {0.299f, 0.587f, 0.114f};

    /** @param strength 0..1; at 1 brightness and contrast vary by a half */
    static ColorJitter random(double strength, RandomGenerator random) {
        float brightness = vary(MOST * strength, random);
        float contrast = vary(MOST * strength, random);
        float[] gain = new float[3];
        for (int channel = 0; channel < 3; channel++) {
            gain[channel] = brightness * contrast * vary(MOST_TINT * strength, random);
        }
        return new ColorJitter(gain, GREY * (1 - contrast), vary(MOST * strength, random));
    }

    private static float vary(double range, RandomGenerator random) {
        return (float) (1 + range * (2 * random.nextDouble() - 1));
    }

    RgbImage apply(RgbImage image) {
        int[] rgb = new int[image.rgb().length];
        for (int i = 0; i < rgb.length; i++) {
            int pixel = image.rgb()[i];
            float red = gain[0] * (pixel >> 16 & 0xff) + offset;
            float green = gain[1] * (pixel >> 8 & 0xff) + offset;
            float blue = gain[2] * (pixel & 0xff) + offset;
            float grey = (1 - saturation) * (LUMA[0] * red + LUMA[1] * green + LUMA[2] * blue);
            rgb[i] = level(saturation * red + grey) << 16
                    | level(saturation * green + grey) << 8
                    | level(saturation * blue + grey);
        }
        return new RgbImage(image.width(), image.height(), rgb);
    }

    private static int level(float value) {
        return Math.max(0, Math.min(255, Math.round(value)));
    }
}
