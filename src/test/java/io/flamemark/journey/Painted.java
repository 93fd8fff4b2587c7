package io.flamemark.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.stream.IntStream;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/** What a part of the window looked like, row by row in {@code 0xaarrggbb}. */
record Painted(int[] argb, int width) {

    private static final int ABOUT = 20;

    static Painted of(WritableImage image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] argb = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
        return new Painted(argb, width);
    }

    /** How many pixels have about this colour, {@code 0xrrggbb}. */
    long about(int rgb) {
        return Arrays.stream(argb).filter(pixel -> distance(pixel, rgb) < ABOUT).count();
    }

    /** How many pixels are not what they were in an earlier picture of the same size. */
    long changedSince(Painted before) {
        assertEquals(before.width, width);
        assertEquals(before.argb.length, argb.length);
        return IntStream.range(0, argb.length)
                .filter(i -> argb[i] != before.argb[i])
                .count();
    }

    private static int distance(int one, int other) {
        return Math.abs((one >> 16 & 0xff) - (other >> 16 & 0xff))
                + Math.abs((one >> 8 & 0xff) - (other >> 8 & 0xff))
                + Math.abs((one & 0xff) - (other & 0xff));
    }
}
