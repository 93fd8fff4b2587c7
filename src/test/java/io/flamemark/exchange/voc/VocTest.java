package io.flamemark.exchange.voc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.flamemark.annotation.Finding;
import io.flamemark.annotation.ImageEntry;
import io.flamemark.annotation.Project;
import io.flamemark.annotation.Region;
import io.flamemark.annotation.Shape;
import io.flamemark.annotation.ShapeOutline;
import io.flamemark.exchange.Foreign;
import io.flamemark.exchange.part.ExchangeException;
import io.flamemark.exchange.part.Imported;
import io.flamemark.exchange.part.Pictures;
import io.flamemark.geometry.Mask;
import io.flamemark.geometry.PolygonRasterizer;
import io.flamemark.imaging.LabelImage;
import io.flamemark.imaging.LabelImages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Pascal VOC")
class VocTest {

    private static final String OBJECT = "<object><name>fire</name><pose>Left</pose><difficult>1</difficult><bndbox>"
            + "<xmax>30</xmax><ymax>24</ymax><xmin>11</xmin><ymin>5</ymin></bndbox>"
            + "<attributes><attribute><name>kind</name><value>a &amp; b</value></attribute></attributes></object>";

    @TempDir
    Path folder;

    private Imported read(String inside) throws IOException {
        return Foreign.open(Files.writeString(folder.resolve("a.xml"), "<annotation>" + inside + "</annotation>"));
    }

    @Test
    @DisplayName("a box's corners are pixels that belong to it, counted from 1")
    void boxes() throws IOException {
        Imported imported = read("<folder>x</folder><filename>a.jpg</filename><size><width>64</width>"
                + "<height>48</height></size>" + OBJECT);
        ImageEntry image = imported.project().images().get(0);
        assertEquals("a.jpg", image.filename());
        assertEquals("64x48", Pictures.none().size(image).orElseThrow().toString());
        Region region = image.regions().get(0);
        assertEquals(new Shape.Rectangle(10, 4, 20, 20), region.shape());
        assertEquals(
                List.of("fire", "Left", "1", "a & b"),
                List.of("class", "pose", "difficult", "kind").stream()
                        .map(a -> Foreign.value(region, a))
                        .toList());
    }

    @Test
    @DisplayName("objects without a sensible box are told")
    void damaged() throws IOException {
        Imported imported = read("<object><name>a</name></object>"
                + OBJECT.replace("<xmin>11", "<xmin>NaN")
                + OBJECT.replace("<xmin>11", "<xmin>40")
                + OBJECT.replace("<xmax>30", "<xmax>1e99"));
        assertEquals(0, imported.project().regionCount());
        assertEquals(4, imported.findings().size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><annotation><filename>&x;</filename></annotation>",
                "<!DOCTYPE a [<!ENTITY x \"y\"><!ENTITY z \"&x;&x;&x;\">]><annotation>&z;</annotation>",
                "<!DOCTYPE a SYSTEM \"http://localhost:1/a.dtd\"><annotation></annotation>",
                "<annotation>&x;</annotation>",
                "<annotation><object>",
                "<annotation><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a>"
                        + "<a><a><a><a>",
                "<annotation>\u0001</annotation>"
            })
    @DisplayName("document types, entities, endless nesting and broken XML are refused by file and line")
    void hostile(String xml) throws IOException {
        Path file = Files.writeString(folder.resolve("bad.xml"), xml);
        ExchangeException e = assertThrows(ExchangeException.class, () -> Foreign.open(file));
        assertTrue(e.getMessage().contains("bad.xml: line 1"), e.getMessage());
    }

    @Test
    @DisplayName("there and back: each object's pixels are the same, boxes stay boxes, the losses are told")
    void roundTrip() throws IOException {
        Pictures pictures = Foreign.pictures(folder.resolve("in"), "a.png", "b.png", "none.png");
        Path out = folder.resolve("out");
        List<Finding> losses = Foreign.exporter("voc").write(Foreign.everything(), pictures.copied(), out);
        assertEquals(
                List.of(
                        "shape-as-polygon",
                        "shape-as-polygon",
                        "region-left-out",
                        "region-left-out",
                        "outline-as-pixels",
                        "outline-as-pixels",
                        "outline-as-pixels",
                        "outline-as-pixels",
                        "attribute-as-text"),
                Foreign.codes(losses));
        Imported back = Foreign.open(out);
        assertEquals(List.of(), back.findings());
        List<ImageEntry> images = back.project().images();
        assertEquals("JPEGImages/a.png", images.get(0).filename());
        assertEquals("val", images.get(0).attributes().get("split").display());
        assertEquals(4, images.get(0).regions().size());
        assertEquals(
                new Shape.Rectangle(30, 4, 10, 8),
                images.get(0).regions().get(1).shape());
        ImageEntry was = Foreign.everything().images().get(0);
        for (int i = 0; i < 4; i++) {
            assertEquals(
                    pixels(was.regions().get(i)), pixels(images.get(0).regions().get(i)));
        }
        List<Region> parts = images.get(1).regions();
        assertEquals("a \"b\" <c> & ü", Foreign.value(parts.get(0), "note"));
        assertEquals("1", Foreign.value(parts.get(0), "group"));
    }

    private static Mask pixels(Region region) {
        return PolygonRasterizer.rasterize(
                ShapeOutline.polygonOf(region.shape()).orElseThrow(), Foreign.WIDTH, Foreign.HEIGHT);
    }

    @Test
    @DisplayName("the mask has the object's number, later ones on top, and what they cover is told")
    void covered() throws IOException {
        Pictures pictures = Foreign.pictures(folder, "a.png");
        Project project = Foreign.project(Foreign.image(
                "a.png",
                new Shape.Rectangle(10, 10, 4, 4),
                new Shape.Rectangle(0, 0, 20, 20),
                new Shape.Rectangle(18, 18, 4, 4)));
        List<Finding> losses = Foreign.exporter("voc").write(project, pictures, folder.resolve("out"));
        assertEquals(List.of("pixels-covered", "pixels-covered"), Foreign.codes(losses));
        assertTrue(
                losses.get(1).message().contains("4 of its 400 pixels"),
                losses.get(1).message());
        LabelImage mask = LabelImages.read(folder.resolve("out/SegmentationObject/a.png"));
        assertEquals(
                List.of(2, 2, 3, 0), List.of(mask.get(0, 0), mask.get(11, 11), mask.get(19, 19), mask.get(40, 40)));
        assertEquals(
                1,
                LabelImages.read(folder.resolve("out/SegmentationClass/a.png")).get(0, 0));
        Imported back = Foreign.open(folder.resolve("out"));
        assertEquals(
                new Shape.Rectangle(10, 10, 4, 4),
                back.project().images().get(0).regions().get(0).shape(),
                "covered, so its box counts");
    }

    @Test
    @DisplayName("without the picture there are boxes and no masks, which is told by name")
    void missingPicture() throws IOException {
        Project project = Foreign.project(Foreign.image("a.png", new Shape.Rectangle(10, 10, 4, 4)));
        List<Finding> losses = Foreign.exporter("voc").write(project, Pictures.none(), folder.resolve("out"));
        assertEquals(List.of("size-unknown"), Foreign.codes(losses));
        assertEquals(1, Foreign.open(folder.resolve("out")).project().regionCount());
    }
}
