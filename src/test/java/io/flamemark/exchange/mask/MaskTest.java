package io.flamemark.exchange.mask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.flamemark.annotation.Finding;
import io.flamemark.annotation.ImageEntry;
import io.flamemark.annotation.Region;
import io.flamemark.annotation.Shape;
import io.flamemark.annotation.ShapeOutline;
import io.flamemark.exchange.Foreign;
import io.flamemark.exchange.part.ExchangeException;
import io.flamemark.exchange.part.Imported;
import io.flamemark.exchange.part.OutputNames;
import io.flamemark.exchange.part.Pictures;
import io.flamemark.exchange.part.TracedShapes;
import io.flamemark.geometry.Mask;
import io.flamemark.geometry.PolygonRasterizer;
import io.flamemark.imaging.ImageEncoder;
import io.flamemark.imaging.LabelImage;
import io.flamemark.imaging.LabelImages;
import io.flamemark.imaging.RgbImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("PNG masks")
class MaskTest {

    @TempDir
    Path folder;

    private static Mask union(Stream<Region> regions) {
        return PolygonRasterizer.rasterize(
                regions.map(r -> ShapeOutline.polygonOf(r.shape()).orElseThrow())
                        .toList(),
                Foreign.WIDTH,
                Foreign.HEIGHT);
    }

    @Test
    @DisplayName("there and back: each object's pixels, its class and parts are the same; the losses are told")
    void roundTrip() throws IOException {
        Pictures pictures = Foreign.pictures(folder, "a.png", "b.png", "none.png");
        Path out = folder.resolve("out");
        List<Finding> losses = Foreign.exporter("masks").write(Foreign.everything(), pictures, out);
        assertEquals(
                List.of(
                        "shape-as-polygon",
                        "shape-as-polygon",
                        "region-left-out",
                        "region-left-out",
                        "attributes-left-out",
                        "attributes-left-out"),
                Foreign.codes(losses));
        Imported back = Foreign.open(out);
        assertEquals(List.of(), back.findings());
        List<ImageEntry> images = back.project().images();
        assertEquals(3, images.size());
        assertEquals("val", images.get(0).attributes().get("split").display());
        ImageEntry was = Foreign.everything().images().get(0);
        for (int i = 0; i < 4; i++) {
            assertEquals(
                    union(Stream.of(was.regions().get(i))),
                    union(Stream.of(images.get(0).regions().get(i))));
        }
        assertEquals(
                union(Foreign.everything().images().get(1).regions().stream()),
                union(images.get(1).regions().stream()));
        assertEquals("1", Foreign.value(images.get(1).regions().get(1), "group"));
        assertEquals("fire", Foreign.value(images.get(1).regions().get(1), "class"));
        assertEquals(
                3, Foreign.open(out.resolve("masks.json")).project().images().size());
    }

    @Test
    @DisplayName("noise with holes and islands is traced to shapes that fill the same pixels")
    void exact() {
        for (int seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            int width = 1 + random.nextInt(30);
            int height = 1 + random.nextInt(30);
            BitSet bits = new BitSet();
            double share = random.nextDouble();
            for (int i = 0; i < width * height; i++) {
                bits.set(i, random.nextDouble() < share);
            }
            Mask mask = new Mask(3, 4, width, height, bits);
            Mask filled = PolygonRasterizer.rasterize(
                    TracedShapes.of(mask).shapes().stream()
                            .map(s -> ShapeOutline.polygonOf(s).orElseThrow())
                            .toList(),
                    50,
                    50);
            assertEquals(mask, filled, "seed " + seed);
        }
    }

    @Test
    @DisplayName(
            "pictures and masks of the same names: classes in 8 bits, objects in 16, one class where there are two values")
    void pairs() throws IOException {
        Foreign.pictures(folder.resolve("images"), "one.png", "two.png", "three.png", "none.png");
        mask("one", false, 255, 0);
        mask("two", false, 1, 2);
        mask("three", true, 300, 300);
        mask("alone", false, 1, 1);
        Imported imported = Foreign.open(folder);
        List<ImageEntry> images = imported.project().images();
        assertEquals(
                List.of("none.png", "one.png", "three.png", "two.png"),
                images.stream().map(i -> OutputNames.baseName(i.filename())).toList());
        assertEquals(List.of(new Shape.Rectangle(2, 2, 3, 3)), Foreign.shapes(images.get(1)));
        assertEquals("fire", Foreign.value(images.get(1).regions().get(0), "class"));
        assertEquals("300", Foreign.value(images.get(2).regions().get(1), "group"));
        assertEquals("class 2", Foreign.value(images.get(3).regions().get(1), "class"));
        assertEquals(List.of("mask-without-picture"), Foreign.codes(imported.findings()));
    }

    /** Two squares of 3 pixels with the values given. */
    private void mask(String name, boolean wide, int first, int second) throws IOException {
        char[] values = new char[Foreign.WIDTH * Foreign.HEIGHT];
        for (int i = 0; i < 9; i++) {
            values[(2 + i / 3) * Foreign.WIDTH + 2 + i % 3] = (char) first;
            values[(12 + i / 3) * Foreign.WIDTH + 12 + i % 3] = (char) second;
        }
        LabelImage image = new LabelImage(Foreign.WIDTH, Foreign.HEIGHT, values, wide);
        Files.createDirectories(folder.resolve("masks"));
        Files.write(
                folder.resolve("masks").resolve(name + ".png"),
                wide ? LabelImages.toGreyPng(image) : LabelImages.toPalettePng(image, VocPalette.colours()));
    }

    @Test
    @DisplayName("a colour picture, noise, and no picture are no masks: told by name")
    void damaged() throws IOException {
        Foreign.pictures(folder.resolve("images"), "a.png", "b.png");
        Files.createDirectories(folder.resolve("masks"));
        ImageEncoder.write(new RgbImage(2, 2, new int[4]), folder.resolve("masks/a.png"), 1);
        Files.writeString(folder.resolve("masks/b.png"), "no picture");
        Imported imported = Foreign.open(folder);
        assertEquals(List.of("mask-unreadable", "mask-unreadable"), Foreign.codes(imported.findings()));
        assertTrue(imported.findings().get(0).message().contains("colour picture"));

        char[] noise = new char[300 * 300];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (char) (i * 7919L % 20011);
        }
        Files.write(folder.resolve("masks/a.png"), LabelImages.toGreyPng(new LabelImage(300, 300, noise, true)));
        ExchangeException e = assertThrows(ExchangeException.class, () -> Foreign.open(folder));
        assertTrue(e.getMessage().contains("a.png"), e.getMessage());
    }

    @Test
    @DisplayName("the palette is that of Pascal VOC")
    void palette() {
        int[] colours = VocPalette.colours();
        assertEquals(0, colours[0]);
        assertEquals(0x800000, colours[1]);
        assertEquals(0x008000, colours[2]);
        assertEquals(0x0040_80, colours[20]);
        assertEquals(0xe0e0c0, colours[255]);
    }
}
