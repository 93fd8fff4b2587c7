package io.flamemark.imaging;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ImageScalerTest {

    @Test
    @DisplayName("shrinking averages the area a new pixel covers")
    void average() {
        RgbImage image = new RgbImage(4, 2, new int[] {0xff0000, 0, 8, 8, 0, 0, 8, 8});
        assertArrayEquals(
                new int[] {0x400000, 8}, ImageScaler.scale(image, 2, 1).rgb());
        RgbImage thirds = new RgbImage(3, 1, new int[] {0, 90, 180});
        assertArrayEquals(new int[] {30, 150}, ImageScaler.scale(thirds, 2, 1).rgb());
    }

    @Test
    @DisplayName("enlarging interpolates between pixel centres and keeps the borders")
    void interpolation() {
        RgbImage image = new RgbImage(2, 1, new int[] {0, 100});
        assertArrayEquals(
                new int[] {0, 25, 75, 100}, ImageScaler.scale(image, 4, 1).rgb());
    }

    @Property(tries = 60)
    void anEvenColourStaysWhatItIs(
            @ForAll @IntRange(min = 1, max = 23) int width,
            @ForAll @IntRange(min = 1, max = 23) int height,
            @ForAll @IntRange(max = 0xffffff) int colour) {
        int[] rgb = new int[17 * 11];
        Arrays.fill(rgb, colour);
        int[] scaled =
                ImageScaler.scale(new RgbImage(17, 11, rgb), width, height).rgb();
        assertEquals(width * height, scaled.length);
        assertTrue(Arrays.stream(scaled).allMatch(p -> p == colour));
    }

    @Test
    @DisplayName("thumbnails keep proportions and never grow")
    void thumbnails() {
        RgbImage wide = new RgbImage(400, 100, new int[40_000]);
        RgbImage small = Thumbnails.of(wide, 100);
        assertEquals(100, small.width());
        assertEquals(25, small.height());
        assertSame(wide, Thumbnails.of(wide, 400));
        assertEquals(1, Thumbnails.of(new RgbImage(1000, 1, new int[1000]), 10).height());
    }
}
