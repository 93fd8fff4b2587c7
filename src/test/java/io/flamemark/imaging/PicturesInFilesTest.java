package io.flamemark.imaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files with more than one picture in them: pages, orientations, 16 bits. */
class PicturesInFilesTest {

    @TempDir
    Path folder;

    private final ImageDecoder decoder = new ImageDecoder();

    @Test
    @DisplayName("each page of a TIF, of its own size; a page too many is named")
    void pages() throws Exception {
        Path file = PictureFiles.tif(
                folder.resolve("pages.tif"),
                false,
                List.of(
                        PictureFiles.plain(5, 4, 0xff0000),
                        PictureFiles.plain(7, 3, 0x00ff00),
                        PictureFiles.plain(2, 2, 0x0000ff)));
        assertEquals(3, decoder.pages(file));
        assertEquals(0xff0000, decoder.decode(file).rgb()[0]);
        Rendering second = new Rendering(true, 1);
        assertEquals(new ImageDecoder.Size(7, 3), decoder.size(file, second));
        assertEquals(0x00ff00, decoder.decode(file, second).rgb()[20]);
        assertEquals(0x0000ff, decoder.decode(file, new Rendering(false, 2)).rgb()[3]);
        ImageReadException e =
                assertThrows(ImageReadException.class, () -> decoder.decode(file, new Rendering(true, 3)));
        assertTrue(e.getMessage().contains("no page 4, only 3"), e.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"rgb.jpg", "rgb.png", "rgb.bmp", "indexed.gif", "lossless.webp"})
    @DisplayName("most files hold one picture")
    void onePage(String name) throws Exception {
        assertEquals(1, decoder.pages(ImageDecoderTest.fixture(name)));
    }

    @Test
    @DisplayName("tiles of 8 and of 16 bits, colour and grey")
    void tiles() throws Exception {
        int[] ramp = new int[40 * 20];
        for (int i = 0; i < ramp.length; i++) {
            ramp[i] = i * 65_535 / (ramp.length - 1);
        }
        Path deep = PictureFiles.tif(folder.resolve("deep.tif"), true, List.of(PictureFiles.deep(40, 20, 1, ramp)));
        RgbImage grey = decoder.decode(deep);
        assertEquals(0, grey.red(0, 0));
        assertEquals(255, grey.red(39, 19));
        assertEquals(Math.round(ramp[500] * 255 / 65_535f), grey.rgb()[500] & 0xff, 1);
        BufferedImage picture = PictureFiles.plain(40, 20, 0x102030);
        picture.setRGB(35, 18, 0xfedcba);
        Path flat = PictureFiles.tif(folder.resolve("flat.tif"), true, List.of(picture));
        assertEquals(0x102030, decoder.decode(flat).rgb()[0]);
        assertEquals(0xfedcba, decoder.decode(flat).rgb()[18 * 40 + 35]);
    }

    @Test
    @DisplayName("as stored, the EXIF orientation is not applied; upright it is")
    void orientation() throws Exception {
        Path file = ImageDecoderTest.fixture("orientation-6.jpg");
        Rendering stored = new Rendering(false, 0);
        assertEquals(new ImageDecoder.Size(32, 16), decoder.size(file));
        assertEquals(new ImageDecoder.Size(16, 32), decoder.size(file, stored));
        assertEquals(16, decoder.decode(file, stored).width());
        assertTrue(decoder.isTurned(file));
        assertFalse(decoder.isTurned(ImageDecoderTest.fixture("orientation-1.jpg")));
        assertFalse(decoder.isTurned(ImageDecoderTest.fixture("lossless.webp")));
    }

    @Test
    @DisplayName("16 bits through levels: black below, white above, linear between; auto finds what is there")
    void levels() throws Exception {
        int[] samples = new int[1000];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = 20_000 + i;
        }
        samples[0] = 0;
        samples[999] = 65_535;
        Path file =
                PictureFiles.tif(folder.resolve("thermal.tif"), false, List.of(PictureFiles.deep(50, 20, 1, samples)));
        ImageDecoder.Decoded decoded = decoder.decodeDeep(file, Rendering.USUAL);
        DeepImage deep = decoded.deep().orElseThrow();
        assertEquals(decoded.image().red(10, 10), deep.through(Levels.FULL).red(10, 10));
        RgbImage shown = deep.through(new Levels(20_200, 20_700));
        assertEquals(0, shown.rgb()[100]);
        assertEquals(0xffffff, shown.rgb()[800]);
        assertEquals(128, shown.rgb()[450] & 0xff);
        Levels auto = deep.auto();
        assertEquals(20_005, auto.black(), 10);
        assertEquals(20_994, auto.white(), 10);
    }

    @Test
    @DisplayName("16-bit colour keeps its channels apart; 8-bit images have no samples to level")
    void colour() throws Exception {
        Path file = PictureFiles.tif(
                folder.resolve("colour.tif"),
                false,
                List.of(PictureFiles.deep(2, 1, 3, 0, 1000, 2000, 65_535, 500, 0)));
        DeepImage deep = decoder.decodeDeep(file, Rendering.USUAL).deep().orElseThrow();
        assertEquals(0x0080ff, deep.through(new Levels(0, 2000)).rgb()[0]);
        assertEquals(0xff4000, deep.through(new Levels(0, 2000)).rgb()[1]);
        assertTrue(decoder.decodeDeep(ImageDecoderTest.fixture("rgb.tif"), Rendering.USUAL)
                .deep()
                .isEmpty());
        assertTrue(decoder.decodeDeep(ImageDecoderTest.fixture("grey16.png"), Rendering.USUAL)
                .deep()
                .isPresent());
    }

    @Test
    @DisplayName("levels of an image of one value, and levels that make no sense")
    void oddLevels() throws Exception {
        Path file = PictureFiles.tif(
                folder.resolve("even.tif"), false, List.of(PictureFiles.deep(2, 1, 1, 65_535, 65_535)));
        Levels auto =
                decoder.decodeDeep(file, Rendering.USUAL).deep().orElseThrow().auto();
        assertTrue(auto.black() < auto.white());
        assertThrows(IllegalArgumentException.class, () -> new Levels(5, 5));
        assertThrows(IllegalArgumentException.class, () -> new Levels(0, 65_536));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a b  c.png",
                "\u00e9t\u00e9 \u00f1.png",
                "e\u0301 decomposed.png",
                "\u706b\u707d.png",
                "# 100%.png",
                "%20%23+&;=.png",
                "no extension",
                "wrong.jpg"
            })
    @DisplayName("names with spaces, accents, Chinese, # and %, in folders of the same name")
    void names(String name) throws Exception {
        Path file;
        try {
            file = Files.createDirectories(folder.resolve(name)).resolve(name);
        } catch (InvalidPathException e) {
            Assumptions.abort("this system's locale has no such names");
            return;
        }
        Files.copy(ImageDecoderTest.fixture("rgb.png"), file);
        assertEquals(0xff0000, decoder.decode(file).rgb()[0]);
        assertEquals(new ImageDecoder.Size(32, 16), decoder.size(file));
        Path copy = file.resolveSibling("copy " + name + ".png");
        ImageEncoder.write(decoder.decode(file), copy, 1);
        assertEquals(32, decoder.size(copy).width());
    }
}
