package io.flamemark.imaging;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The picture files are made by {@code src/test/reference/images.py}. */
public class ImageDecoderTest {

    private final ImageDecoder decoder = new ImageDecoder();

    @Nested
    @DisplayName("reads")
    class Reads {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "rgb.jpg",
                    "rgb.png",
                    "rgb.tif",
                    "cmyk.jpg",
                    "cmyk.tif",
                    "indexed.png",
                    "orientation-1.jpg",
                    "orientation-2.jpg",
                    "orientation-3.jpg",
                    "orientation-4.jpg",
                    "orientation-5.jpg",
                    "orientation-6.jpg",
                    "orientation-7.jpg",
                    "orientation-8.jpg",
                    "orientation-6.tif",
                    "rgb.bmp",
                    "indexed.gif",
                    "lossless.webp",
                    "lossy.webp"
                })
        @DisplayName("four coloured quarters, upright")
        void quarters(String name) throws Exception {
            Path file = fixture(name);
            RgbImage image = decoder.decode(file);
            assertEquals(new ImageDecoder.Size(32, 16), decoder.size(file));
            assertAll(
                    () -> assertEquals(32, image.width()),
                    () -> assertNear(0xff0000, image, 4, 4),
                    () -> assertNear(0x00ff00, image, 27, 4),
                    () -> assertNear(0x0000ff, image, 4, 11),
                    () -> assertNear(0xffffff, image, 27, 11));
        }

        @ParameterizedTest
        @CsvSource({
            "grey.png, 000000 646464 ffffff",
            "grey.jpg, 000000 646464 ffffff",
            "grey16.png, 000000 646464 ffffff",
            "rgb16.png, 0064ff ff0032",
            "bilevel.tif, 000000 ffffff",
            "alpha.png, ffffff ff0000 7f7f7f ffffff",
            "grey-alpha.png, ffffff ffffff"
        })
        @DisplayName("grey and 16-bit values as stored, transparency over white")
        void values(String name, String expected) throws Exception {
            RgbImage image = decoder.decode(fixture(name));
            String[] colours = expected.split(" ");
            assertEquals(colours.length, image.width());
            for (int x = 0; x < colours.length; x++) {
                assertNear(Integer.parseInt(colours[x], 16), image, x, 0);
            }
        }

        private static void assertNear(int expected, RgbImage image, int x, int y) {
            int actual = image.rgb()[y * image.width() + x];
            int off = Math.max(
                    Math.abs((actual >> 16) - (expected >> 16)),
                    Math.max(
                            Math.abs((actual >> 8 & 0xff) - (expected >> 8 & 0xff)),
                            Math.abs((actual & 0xff) - (expected & 0xff))));
            assertTrue(off <= 3, () -> "pixel %d,%d is %06x, not %06x".formatted(x, y, actual, expected));
        }
    }

    @Nested
    @DisplayName("refuses, naming the file and the reason")
    class Refuses {

        @TempDir
        Path folder;

        @Test
        @DisplayName("60000x60000 declared pixels, before anything is allocated")
        void bomb() throws IOException {
            Path file = Files.write(folder.resolve("bomb.png"), pngHeader(60_000, 60_000));
            String message = assertRefused(file, "limit of 200 megapixels");
            assertTrue(message.contains("60000x60000"), message);
        }

        @Test
        @DisplayName("a few bytes that declare as many pixels as are allowed")
        void smallBomb() throws IOException {
            assertRefused(Files.write(folder.resolve("bomb.png"), pngHeader(10_000, 10_000)), "10000x10000");
        }

        @Test
        void moreThanAChosenLimit() throws Exception {
            ImageDecoder small = new ImageDecoder(500);
            Path file = fixture("rgb.png");
            var e = assertThrows(ImageReadException.class, () -> small.size(file));
            assertTrue(e.getMessage().contains("32x16"), e.getMessage());
        }

        @Test
        void aSizeBelowNothing() throws IOException {
            ByteBuffer tif = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
            tif.put("II*\0".getBytes(StandardCharsets.US_ASCII)).putInt(8).putShort((short) 2);
            for (int tag : new int[] {256, 257}) {
                tif.putShort((short) tag).putShort((short) 4).putInt(1).putInt(-1);
            }
            assertRefused(Files.write(folder.resolve("below.tif"), tif.array()), "-1x-1");
        }

        @Test
        void missing() {
            assertRefused(folder.resolve("missing.jpg"), "no such file");
        }

        @Test
        void empty() throws IOException {
            assertRefused(Files.createFile(folder.resolve("empty.jpg")), "the file is empty");
        }

        @Test
        void aFolder() {
            assertRefused(folder, "a folder");
        }

        @Test
        void noImage() throws IOException {
            assertRefused(Files.writeString(folder.resolve("text.jpg"), "no image"), "not an image");
        }

        @ParameterizedTest
        @ValueSource(strings = {"rgb.jpg", "rgb.png", "rgb.tif", "rgb.bmp", "indexed.gif", "lossless.webp"})
        void cutOff(String name) throws Exception {
            byte[] whole = Files.readAllBytes(fixture(name));
            Path file = folder.resolve(name);
            for (int length = 30; length < whole.length * 9 / 10; length += 37) {
                Files.write(file, Arrays.copyOf(whole, length));
                assertThrows(ImageReadException.class, () -> decoder.decode(file), name + " cut to " + length);
            }
        }

        private String assertRefused(Path file, String reason) {
            String message = assertThrows(ImageReadException.class, () -> decoder.decode(file))
                    .getMessage();
            assertThrows(ImageReadException.class, () -> decoder.size(file));
            assertTrue(message.startsWith(file + ": "), message);
            assertTrue(message.contains(reason), message);
            return message;
        }
    }

    @Test
    @DisplayName("a PNG is turned as its EXIF data says; compressed texts in it are not unfolded for that")
    void png(@TempDir Path folder) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(pngHeader(3, 2), 0, 33);
        DataOutputStream out = new DataOutputStream(bytes);
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        bomb.write(new byte[] {'k', 0, 0});
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(bomb)) {
            for (int i = 0; i < 16; i++) {
                deflater.write(new byte[1 << 20]);
            }
        }
        for (int i = 0; i < 400; i++) {
            chunk(out, "zTXt", bomb.toByteArray());
        }
        String turnedRight = "II*\0\10\0\0\0\1\0\22\1\3\0\1\0\0\0\6\0\0\0\0\0\0\0";
        chunk(out, "eXIf", turnedRight.getBytes(StandardCharsets.ISO_8859_1));
        chunk(out, "IEND", new byte[0]);
        Path file = Files.write(folder.resolve("turned.png"), bytes.toByteArray());
        assertEquals("2x3", decoder.size(file).toString());
    }

    public static Path fixture(String name) throws URISyntaxException {
        return Path.of(ImageDecoderTest.class.getResource(name).toURI());
    }

    private static byte[] pngHeader(int width, int height) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeLong(0x89504e470d0a1a0aL);
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        DataOutputStream fields = new DataOutputStream(header);
        fields.writeInt(width);
        fields.writeInt(height);
        fields.write(new byte[] {8, 2, 0, 0, 0});
        chunk(out, "IHDR", header.toByteArray());
        chunk(out, "IDAT", new byte[] {0x78, (byte) 0x9c});
        chunk(out, "IEND", new byte[0]);
        return bytes.toByteArray();
    }

    private static void chunk(DataOutputStream out, String kind, byte[] data) throws IOException {
        byte[] name = kind.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(data);
        out.writeInt(data.length);
        out.write(name);
        out.write(data);
        out.writeInt((int) crc.getValue());
    }
}
