package io.flamemark.imaging;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageEncoderTest {

    private static final int WIDTH = 40;
    private static final int HEIGHT = 30;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"a.png", "a.TIF", "a.tiff"})
    @DisplayName("PNG and TIF come back pixel for pixel")
    void losslessFormats(String name) throws IOException {
        Path file = folder.resolve(name);
        ImageEncoder.write(gradient(), file, ImageEncoder.USUAL_QUALITY);

        assertArrayEquals(gradient().rgb(), read(file));
    }

    @Test
    @DisplayName("a JPG comes back nearly the same, smaller at a lower quality")
    void jpeg() throws IOException {
        Path good = folder.resolve("good.jpg");
        Path poor = folder.resolve("poor.jpeg");
        ImageEncoder.write(gradient(), good, 0.95);
        ImageEncoder.write(gradient(), poor, 0.2);

        int[] pixels = read(good);
        for (int i = 0; i < pixels.length; i++) {
            assertEquals(gradient().rgb()[i] >> 8 & 0xff, pixels[i] >> 8 & 0xff, 12, "green of pixel " + i);
        }
        assertTrue(Files.size(poor) < Files.size(good));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpg", "png", "tif"})
    @DisplayName("the same image gives the same bytes, replaces the old file and leaves no other file behind")
    void sameBytes(String extension) throws IOException {
        Path file = folder.resolve("a." + extension);
        ImageEncoder.write(gradient(), file, 0.8);
        byte[] first = Files.readAllBytes(file);
        ImageEncoder.write(gradient(), file, 0.8);

        assertArrayEquals(first, Files.readAllBytes(file));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(1, files.count());
        }
    }

    @Test
    @DisplayName("an unknown extension is refused by name and nothing is written")
    void unknownExtension() {
        Path file = folder.resolve("a.bmp");
        IOException refused = assertThrows(IOException.class, () -> ImageEncoder.write(gradient(), file, 0.8));

        assertTrue(refused.getMessage().contains("a.bmp"));
        assertTrue(Files.notExists(file));
    }

    private static int[] read(Path file) throws IOException {
        BufferedImage image = ImageIO.read(file.toFile());
        int[] rgb = image.getRGB(0, 0, WIDTH, HEIGHT, null, 0, WIDTH);
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] &= 0xffffff;
        }
        return rgb;
    }

    private static RgbImage gradient() {
        int[] rgb = new int[WIDTH * HEIGHT];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (i % WIDTH * 6) << 16 | (i / WIDTH * 8) << 8 | 90;
        }
        return new RgbImage(WIDTH, HEIGHT, rgb);
    }
}
