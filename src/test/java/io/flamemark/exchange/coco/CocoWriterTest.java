package io.flamemark.exchange.coco;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.flamemark.annotation.AttributeValue;
import io.flamemark.annotation.Finding;
import io.flamemark.annotation.ImageEntry;
import io.flamemark.annotation.Project;
import io.flamemark.annotation.Region;
import io.flamemark.exchange.Foreign;
import io.flamemark.files.JsonArray;
import io.flamemark.files.JsonObject;
import io.flamemark.files.JsonValue;
import io.flamemark.geometry.Polygon;
import io.flamemark.geometry.PolygonRasterizer;
import io.flamemark.geometry.RunLengthMask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Writing COCO")
class CocoWriterTest {

    @TempDir
    Path folder;

    private List<Finding> losses;

    private JsonObject write(Project project, String... pictures) throws IOException {
        Path file = folder.resolve("coco.json");
        losses = Foreign.exporter("coco").write(project, Foreign.pictures(folder, pictures), file);
        return JsonValue.parse("coco", Files.readString(file)).asObject();
    }

    private static JsonObject annotation(JsonObject root, int index) throws IOException {
        return root.array("annotations").get(index).asObject();
    }

    @Test
    @DisplayName("ids count from 1, the area is that of the outline, the box that around it")
    void areas() throws IOException {
        JsonObject root = write(
                Foreign.project(Foreign.image(
                        "a.png", Foreign.polygon(0, 0, 10, 0, 0, 10), Foreign.polygon(5, 5, 9, 5, 9, 7.5))),
                "a.png");
        JsonObject first = annotation(root, 0);
        assertEquals(50, first.number("area"));
        assertEquals(JsonArray.of(0, 0, 10, 10), first.array("bbox"));
        assertEquals(JsonArray.of(List.of(JsonArray.of(0, 0, 10, 0, 0, 10))), first.array("segmentation"));
        assertEquals(5, annotation(root, 1).number("area"));
        assertEquals(
                List.of(1, 2), List.of(first.integer("id"), annotation(root, 1).integer("id")));
        assertEquals(1, first.integer("image_id"));
        assertEquals(1, first.integer("category_id"));
        assertEquals(0, first.integer("iscrowd"));
        JsonObject image = root.array("images").get(0).asObject();
        assertEquals(Foreign.WIDTH, image.integer("width"));
        assertEquals(Foreign.HEIGHT, image.integer("height"));
        assertEquals(List.of(), losses);
    }

    @Test
    @DisplayName("a project with all there is: what COCO cannot hold is told, region by region")
    void everything() throws IOException {
        JsonObject root = write(Foreign.everything(), "a.png", "b.png", "none.png");
        assertEquals(3, root.array("images").size());
        assertEquals(5, root.array("annotations").size());
        assertEquals(
                List.of("shape-as-polygon", "shape-as-polygon", "region-left-out", "region-left-out"),
                Foreign.codes(losses));
        assertTrue(
                losses.get(2).message().startsWith("Region 5 of \"a.png\" is an open line"),
                losses.get(2).message());
        JsonObject joined = annotation(root, 4);
        assertEquals(2, joined.array("segmentation").size());
        assertEquals(32 + 190, joined.number("area"), 1e-9);
        assertEquals(
                List.of("note", "seen"), List.copyOf(joined.object("attributes").keys()));
        assertEquals(
                List.of("fire", "smoke"),
                List.of(category(root, 0).string("name"), category(root, 1).string("name")));
        assertEquals("class", category(root, 1).string("supercategory"));
    }

    private static JsonObject category(JsonObject root, int index) throws IOException {
        return root.array("categories").get(index).asObject();
    }

    @Test
    @DisplayName("a picture that is not there is named, and its image is kept without a size")
    void missingPicture() throws IOException {
        JsonObject root = write(Foreign.project(Foreign.image("gone.png", Foreign.polygon(0, 0, 9, 0, 9, 9))));
        assertFalse(root.array("images").get(0).asObject().has("width"));
        assertEquals(1, root.array("annotations").size());
        assertEquals(List.of("size-unknown"), Foreign.codes(losses));
        assertTrue(losses.get(0).message().contains("\"gone.png\""));
    }

    @Test
    @DisplayName("a crowd is written as run lengths of its pixels")
    void crowd() throws IOException {
        ImageEntry image = Foreign.image("a.png", Foreign.polygon(3, 4, 13, 4, 13, 24, 3, 24));
        Region crowd = image.regions().get(0).withAttribute("iscrowd", new AttributeValue.Text("1"));
        JsonObject written = annotation(write(Foreign.project(image.withRegions(List.of(crowd))), "a.png"), 0);
        assertEquals(1, written.integer("iscrowd"));
        assertEquals(200, written.number("area"));
        assertEquals(JsonArray.of(3, 4, 10, 20), written.array("bbox"));
        RunLengthMask runs = CocoSegmentation.runLengths(written.object("segmentation"));
        assertEquals(PolygonRasterizer.rasterize(Polygon.of(3, 4, 13, 4, 13, 24, 3, 24), 64, 48), runs.toMask());
    }

    @Test
    @DisplayName("there and back: shapes with an area, parts, classes, attributes and splits are the same")
    void roundTrip() throws IOException {
        write(Foreign.everything(), "a.png", "b.png", "none.png");
        Project back = Foreign.open(folder.resolve("coco.json")).project();
        List<ImageEntry> was = Foreign.everything().images();
        assertEquals(3, back.images().size());
        assertEquals(
                Foreign.shapes(was.get(0)).subList(0, 2),
                Foreign.shapes(back.images().get(0)).subList(0, 2));
        assertEquals(4, back.images().get(0).regions().size());
        assertEquals(Foreign.shapes(was.get(1)), Foreign.shapes(back.images().get(1)));
        assertEquals(was.get(0).attributes(), back.images().get(0).attributes());
        Region part = back.images().get(1).regions().get(0);
        assertEquals("fire", Foreign.value(part, "class"));
        assertEquals("5", Foreign.value(part, "group"));
        for (String attribute : List.of("note", "seen")) {
            assertEquals(
                    was.get(1).regions().get(0).attributes().get(attribute),
                    part.attributes().get(attribute));
        }
    }

    @Test
    @DisplayName("what was written and read once is written again with the same bytes")
    void stable() throws IOException {
        write(Foreign.everything(), "a.png", "b.png", "none.png");
        Project once = Foreign.open(folder.resolve("coco.json")).project();
        JsonObject first = write(once, "a.png", "b.png", "none.png");
        assertEquals(List.of("definitions-left-out"), Foreign.codes(losses), "of the checkbox");
        JsonObject second = write(Foreign.open(folder.resolve("coco.json")).project(), "a.png");
        assertEquals(first.array("annotations"), second.array("annotations"));
        assertEquals(first.array("images"), second.array("images"));
    }
}
