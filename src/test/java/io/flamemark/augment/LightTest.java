package io.flamemark.augment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.flamemark.imaging.RgbImage;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LightTest {

    private static final RgbImage GREY = flat(64, 48, 0x808080);

    private static RgbImage flat(int width, int height, int pixel) {
        int[] rgb = new int[width * height];
        Arrays.fill(rgb, pixel);
        return new RgbImage(width, height, rgb);
    }

    @Test
    @DisplayName("colours change with their strength")
    void colors() {
        Random random = new Random(3);
        int changed = 0;
        for (int i = 0; i < 20; i++) {
            changed += ColorJitter.random(0.8, random).apply(GREY).rgb()[0] == 0x808080 ? 0 : 1;
        }
        assertTrue(changed > 15);
        assertEquals(0x808080, ColorJitter.random(0, random).apply(GREY).rgb()[0]);
    }

    @Test
    @DisplayName("a stop doubles linear light: mid grey of 128 becomes 176, and white stays white")
    void exposure() {
        assertEquals(0xb0b0b0, new Exposure(1).apply(GREY).rgb()[0]);
        assertEquals(0x808080, new Exposure(0).apply(GREY).rgb()[0]);
        assertEquals(0xffffff, new Exposure(1.5).apply(flat(1, 1, 0xffffff)).rgb()[0]);
    }

    @Test
    @DisplayName("a blur keeps an even picture even and spreads a dot to its Gaussian")
    void blur() {
        assertEquals(0x808080, new Blur(3).apply(GREY).rgb()[20]);
        assertSame(GREY, new Blur(0).apply(GREY));
        int[] rgb = new int[31 * 31];
        rgb[15 * 31 + 15] = 0xffffff;
        RgbImage dot = new Blur(1).apply(new RgbImage(31, 31, rgb));
        // 255 / (2 pi sigma^2) = 40.6, with a rounding along each axis
        assertEquals(41, dot.red(15, 15), 1);
        assertEquals(dot.red(17, 15), dot.red(15, 13));
        assertEquals(0, dot.red(20, 15));
    }

    @Test
    @DisplayName("noise has its deviation and no drift")
    void noise() {
        RgbImage noisy = new Noise(10).apply(flat(200, 100, 0x808080), new Random(1));
        double sum = 0;
        double squares = 0;
        for (int pixel : noisy.rgb()) {
            double off = (pixel & 0xff) - 128;
            sum += off;
            squares += off * off;
        }
        assertEquals(0, sum / 20_000, 0.3);
        assertEquals(10, Math.sqrt(squares / 20_000), 0.3);
    }
}
