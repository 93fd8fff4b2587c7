package io.flamemark.synthesis;

import io.flamemark.imaging.RgbImage;
import java.util.SplittableRandom;

/**
 * From light on the film to a picture: vignetting, exposure, a filmic tone curve (after Narkowicz's fit of the ACES
 * curve, 2015), sensor noise, sRGB.
 *
 * @param exposure multiplies the light
 * @param noise standard deviation of the noise of a mid grey, 0 to 1
 * @param saturation 1 keeps colours
 */
record Film(double exposure, double noise, double saturation) {

    private static final float[] GAMMA = gammaTable();

    RgbImage develop(Frame frame, SplittableRandom random) {
        int n = frame.width * frame.height;
        float[] values = new float[3 * n];
        for (int y = 0; y < frame.height; y++) {
            for (int x = 0; x < frame.width; x++) {
                expose(frame, x, y, values);
            }
        }
        grain(values, frame.width, random);
        int[] rgb = new int[n];
        for (int i = 0; i < n; i++) {
            rgb[i] = level(values[3 * i]) << 16 | level(values[3 * i + 1]) << 8 | level(values[3 * i + 2]);
        }
        return new RgbImage(frame.width, frame.height, rgb);
    }

    private void expose(Frame frame, int x, int y, float[] out) {
        double dx = (x + 0.5) / frame.width - 0.5;
        double dy = ((y + 0.5) / frame.height - 0.5) * frame.height / frame.width;
        double spread = 1 + 0.38 * (dx * dx + dy * dy);
        double gain = exposure / (spread * spread);
        int i = 3 * (y * frame.width + x);
        double r = tone(frame.light[i] * gain);
        double g = tone(frame.light[i + 1] * gain);
        double b = tone(frame.light[i + 2] * gain);
        double grey = 0.2126 * r + 0.7152 * g + 0.0722 * b;
        out[i] = (float) gamma(Ramp.mix(grey, r, saturation));
        out[i + 1] = (float) gamma(Ramp.mix(grey, g, saturation));
        out[i + 2] = (float) gamma(Ramp.mix(grey, b, saturation));
    }

    /** Noise of two sizes: single pixels, and the blotches that demosaicing leaves. */
    private void grain(float[] values, int width, SplittableRandom random) {
        float carriedR = 0;
        float carriedB = 0;
        for (int i = 0; i < values.length; i += 3) {
            float fine = bell(random);
            carriedR = 0.6f * carriedR + 0.5f * bell(random);
            carriedB = 0.6f * carriedB + 0.5f * bell(random);
            float strength = (float) noise * (1.25f - 0.8f * values[i + 1]);
            values[i] += strength * (fine + carriedR);
            values[i + 1] += strength * fine;
            values[i + 2] += strength * (fine + carriedB);
        }
    }

    private static float bell(SplittableRandom random) {
        long bits = random.nextLong();
        float sum = (bits & 0xffff) + (bits >>> 16 & 0xffff) + (bits >>> 32 & 0xffff) + (bits >>> 48);
        return (sum / 65535f - 2) * 1.73f;
    }

    private static double tone(double x) {
        double v = 0.72 * Math.max(0, x);
        return v * (2.51 * v + 0.03) / (v * (2.43 * v + 0.59) + 0.14);
    }

    private static double gamma(double v) {
        return GAMMA[(int) (Ramp.clamp(v, 0, 1) * (GAMMA.length - 1))];
    }

    private static float[] gammaTable() {
        float[] table = new float[1 << 16];
        for (int i = 0; i < table.length; i++) {
            double v = i / (table.length - 1.0);
            table[i] = (float) (v <= 0.0031308 ? 12.92 * v : 1.055 * StrictMath.pow(v, 1 / 2.4) - 0.055);
        }
        return table;
    }

    private static int level(float v) {
        return (int) (255 * Ramp.clamp(v, 0, 1) + 0.5);
    }
}
