package io.flamemark.exchange.labelme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.flamemark.annotation.AttributeValue;
import io.flamemark.annotation.Finding;
import io.flamemark.annotation.ImageEntry;
import io.flamemark.annotation.Project;
import io.flamemark.annotation.Region;
import io.flamemark.annotation.Shape;
import io.flamemark.exchange.Foreign;
import io.flamemark.exchange.part.Imported;
import io.flamemark.exchange.part.Losses;
import io.flamemark.exchange.part.Pictures;
import io.flamemark.files.JsonNull;
import io.flamemark.files.JsonObject;
import io.flamemark.files.JsonValue;
import io.flamemark.geometry.Point;
import io.flamemark.geometry.PolygonRasterizer;
import io.flamemark.imaging.LabelImage;
import io.flamemark.imaging.LabelImages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("labelme")
class LabelmeTest {

    @TempDir
    Path folder;

    private Imported read(String shapes) throws IOException {
        return Foreign.open(Files.writeString(
                folder.resolve("a.json"),
                "{\"version\":\"5.5.0\",\"flags\":{\"night\":true},\"shapes\":[" + shapes
                        + "],\"imagePath\":\"pics\\\\a.jpg\",\"imageData\":\"aGVsbG8=\",\"imageHeight\":48,"
                        + "\"imageWidth\":64}"));
    }

    private static String shape(String type, String points, String more) {
        return "{\"label\":\"fire\",\"points\":" + points + ",\"shape_type\":\"" + type + "\"" + more + "}";
    }

    private static ImageEntry image(Imported imported) {
        return imported.project().images().get(0);
    }

    @Test
    @DisplayName("all kinds of shapes")
    void shapes() throws IOException {
        Imported imported = read(String.join(
                ",",
                shape("polygon", "[[1,2],[10,2],[10,9.5]]", ""),
                "{\"label\":\"fire\",\"points\":[[1,2],[10,2],[10,9]]}",
                shape("rectangle", "[[10,12],[4,2]]", ""),
                shape("rectangle", "[[4,2],[10,2],[10,12],[4,12]]", ""),
                shape("circle", "[[20,20],[23,24]]", ""),
                shape("line", "[[1,1],[2,2]]", ""),
                shape("linestrip", "[[1,1],[2,2],[3,1]]", ""),
                shape("point", "[[5,6]]", ""),
                shape("points", "[[5,6],[7,8]]", "")));
        assertEquals(
                List.of(
                        Foreign.polygon(1, 2, 10, 2, 10, 9.5),
                        Foreign.polygon(1, 2, 10, 2, 10, 9),
                        new Shape.Rectangle(4, 2, 6, 10),
                        new Shape.Rectangle(4, 2, 6, 10),
                        new Shape.Circle(new Point(20, 20), 5),
                        new Shape.Polyline(List.of(new Point(1, 1), new Point(2, 2))),
                        new Shape.Polyline(List.of(new Point(1, 1), new Point(2, 2), new Point(3, 1))),
                        new Shape.PointShape(new Point(5, 6)),
                        new Shape.PointShape(new Point(5, 6)),
                        new Shape.PointShape(new Point(7, 8))),
                Foreign.shapes(image(imported)));
        assertEquals(List.of(), imported.findings());
        assertEquals("pics/a.jpg", image(imported).filename());
        assertEquals(
                new AttributeValue.Choices(Map.of("night", true)),
                image(imported).attributes().get("flags"));
    }

    @Test
    @DisplayName("groups, flags, descriptions and attributes of a shape")
    void attributes() throws IOException {
        Region region = image(read(shape(
                        "polygon",
                        "[[1,2],[10,2],[10,9]]",
                        ",\"group_id\":4,\"flags\":{\"old\":false},\"description\":\"d\",\"attributes\":{\"n\":1}")))
                .regions()
                .get(0);
        assertEquals("4", Foreign.value(region, "group"));
        assertEquals("d", Foreign.value(region, "description"));
        assertEquals(new AttributeValue.Verbatim("1"), region.attributes().get("n"));
        assertEquals(
                new AttributeValue.Choices(Map.of("old", false)),
                region.attributes().get("flags"));
    }

    @Test
    @DisplayName("a mask in a box is traced to the pixel")
    void mask() throws IOException {
        char[] pixels = new char[12];
        for (int i : new int[] {1, 2, 4, 5, 6, 7, 8}) {
            pixels[i] = 1;
        }
        byte[] png = LabelImages.toGreyPng(new LabelImage(4, 3, pixels, false));
        Imported imported = read(shape(
                "mask",
                "[[10,20],[13,22]]",
                ",\"mask\":\"" + Base64.getEncoder().encodeToString(png) + "\""));
        Shape.Polygon outline = (Shape.Polygon) Foreign.shapes(image(imported)).get(0);
        assertEquals(7, PolygonRasterizer.rasterize(outline.outline(), 64, 48).area());
        assertTrue(PolygonRasterizer.rasterize(outline.outline(), 64, 48).get(10, 22));
    }

    @Test
    @DisplayName("what makes no sense is left out by name")
    void damaged() throws IOException {
        Imported imported = read(String.join(
                ",",
                "3",
                shape("polygon", "[[1,2],[10]]", ""),
                shape("polygon", "[[1,2],[10,4]]", ""),
                shape("polygon", "7", ""),
                shape("cuboid", "[[1,2],[10,4]]", ""),
                shape("circle", "[[1,2],[1,2]]", ""),
                shape("rectangle", "[[1,2]]", ""),
                shape("mask", "[[0,0],[1,1]]", ",\"mask\":\"AAAA\""),
                shape("line", "[[1,2]]", "")));
        assertEquals(0, image(imported).regions().size());
        assertEquals(9, imported.findings().size());
        for (Finding finding : imported.findings()) {
            assertEquals(image(imported).id(), finding.image().orElseThrow());
            assertTrue(finding.message().endsWith("in \"pics/a.jpg\"; it is left out."), finding.message());
        }
    }

    @Test
    @DisplayName("there and back as a folder: nothing is lost but the ellipse")
    void roundTrip() throws IOException {
        Pictures pictures = Foreign.pictures(folder.resolve("in"), "a.png", "b.png", "none.png");
        Path out = folder.resolve("in/labels");
        List<Finding> losses = Foreign.exporter("labelme").write(Foreign.everything(), pictures, out);
        assertEquals(List.of("shape-as-polygon"), Foreign.codes(losses));
        Project back = Foreign.open(out).project();
        List<ImageEntry> was = Foreign.everything().images();
        assertEquals(
                List.of("../a.png", "../b.png", "../none.png"),
                back.images().stream().map(ImageEntry::filename).toList());
        for (int i = 0; i < 3; i++) {
            for (int r = 0; r < was.get(i).regions().size(); r++) {
                Region before = was.get(i).regions().get(r);
                Region after = back.images().get(i).regions().get(r);
                assertEquals(before.attributes(), after.attributes());
                if (!(before.shape() instanceof Shape.Ellipse)) {
                    assertEquals(before.shape(), after.shape());
                }
            }
            assertEquals(
                    was.get(i).attributes(),
                    Losses.withoutSize(back.images().get(i).attributes()));
        }
    }

    @Test
    @DisplayName("the file is one labelme reads: its members, no embedded picture, a number for a group")
    void members() throws IOException {
        Pictures pictures = Foreign.pictures(folder, "a.png");
        Foreign.exporter("labelme")
                .write(
                        Foreign.project(Foreign.image("a.png", Foreign.polygon(1, 2, 10, 2, 10, 9))
                                .withRegions(List.of(Foreign.image("a.png", Foreign.polygon(1, 2, 10, 2, 10, 9))
                                        .regions()
                                        .get(0)
                                        .withAttribute("group", new AttributeValue.Text("left"))))),
                        pictures,
                        folder.resolve("out"));
        JsonObject root = JsonValue.parse("a", Files.readString(folder.resolve("out/a.json")))
                .asObject();
        assertEquals(
                List.of("version", "flags", "shapes", "imagePath", "imageData", "imageHeight", "imageWidth"),
                List.copyOf(root.keys()));
        assertEquals("../a.png", root.string("imagePath"));
        assertTrue(root.get("imageData").orElseThrow() instanceof JsonNull);
        assertEquals(48, root.integer("imageHeight"));
        JsonObject shape = root.array("shapes").get(0).asObject();
        assertEquals(
                List.of("label", "points", "group_id", "description", "shape_type", "flags"),
                List.copyOf(shape.keys()));
        assertTrue(shape.integer("group_id") >= 1_000_000);
    }

    @Test
    @DisplayName("a damaged file among several is named, and the others are read")
    void damagedFile() throws IOException {
        read(shape("point", "[[5,6]]", ""));
        Files.writeString(folder.resolve("b.json"), "{\"shapes\":[");
        Files.writeString(folder.resolve("c.json"), "{}");
        Imported imported = Foreign.open(folder);
        assertEquals(1, imported.project().regionCount());
        assertEquals(List.of("file-unreadable", "file-left-out"), Foreign.codes(imported.findings()));
        assertTrue(imported.findings().get(0).message().contains("b.json, line 1"));
    }
}
