package io.flamemark.exchange.coco;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.flamemark.annotation.Finding;
import io.flamemark.annotation.ImageEntry;
import io.flamemark.annotation.Region;
import io.flamemark.annotation.Shape;
import io.flamemark.exchange.Foreign;
import io.flamemark.exchange.part.Imported;
import io.flamemark.exchange.part.Pictures;
import io.flamemark.geometry.Point;
import io.flamemark.geometry.PolygonRasterizer;
import io.flamemark.geometry.RunLengthMask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Reading COCO")
class CocoReaderTest {

    private static final String RING = "{\"size\":[5,5],\"counts\":[6,3,2,1,1,1,2,3,6]}";

    @TempDir
    Path folder;

    private Imported read(String annotations) throws IOException {
        return open("{\"images\":[{\"id\":1,\"file_name\":\"a.jpg\",\"width\":64,\"height\":48}],"
                + "\"categories\":[{\"id\":3,\"name\":\"fire\"},{\"id\":9,\"name\":\"smoke\"}],"
                + "\"annotations\":[" + annotations + "]}");
    }

    private Imported open(String json) throws IOException {
        return Foreign.open(Files.writeString(folder.resolve("some.json"), json));
    }

    private static List<Region> regions(Imported imported) {
        return imported.project().images().get(0).regions();
    }

    @Test
    @DisplayName("polygons, their classes by id, and all classes that are declared")
    void polygons() throws IOException {
        Imported imported = read("{\"id\":5,\"image_id\":1,\"category_id\":9,\"segmentation\":[[1,2,10,2,10,9.5]],"
                + "\"bbox\":[1,2,9,7.5],\"area\":33,\"iscrowd\":0}");
        Region region = regions(imported).get(0);
        assertEquals(Foreign.polygon(1, 2, 10, 2, 10, 9.5), region.shape());
        assertEquals("smoke", Foreign.value(region, "class"));
        assertEquals(
                List.of("fire", "smoke"),
                imported.project().schema().region().get("class").options().stream()
                        .map(o -> o.id())
                        .toList());
        assertEquals(List.of(), imported.findings());
    }

    @Test
    @DisplayName("the flat list and textual ids of VIA 2.0.8")
    void via208() throws IOException {
        Imported imported = open("""
                {"images":[{"id":"0","file_name":"a.jpg"}],"categories":[{"id":"1","name":"x","supercategory":"kind"}],
                 "annotations":[{"image_id":"0","category_id":1,"segmentation":[1,2,10,2,10,9],"bbox":[1,2,9,7]}]}""");
        assertEquals(
                Foreign.polygon(1, 2, 10, 2, 10, 9), regions(imported).get(0).shape());
        assertEquals("x", Foreign.value(regions(imported).get(0), "kind"));
    }

    @Test
    @DisplayName("several parts become regions of one group; a polygon that closes itself is opened")
    void parts() throws IOException {
        List<Region> regions = regions(read("{\"image_id\":1,\"category_id\":3,"
                + "\"segmentation\":[[1,1,9,1,9,9],[20,20,40,20,40,40,20,40,20,20]]}"));
        assertEquals(2, regions.size());
        assertEquals("1", Foreign.value(regions.get(0), "group"));
        assertEquals("1", Foreign.value(regions.get(1), "group"));
        assertEquals(
                Foreign.polygon(20, 20, 40, 20, 40, 40, 20, 40), regions.get(1).shape());
    }

    @Test
    @DisplayName("a box alone is a rectangle, and so is a polygon that is its own box")
    void boxes() throws IOException {
        List<Region> regions = regions(read("{\"image_id\":1,\"category_id\":3,\"bbox\":[1.5,2,9,7]},"
                + "{\"image_id\":1,\"category_id\":3,\"bbox\":[1,2,9,7],\"segmentation\":[]},"
                + "{\"image_id\":1,\"category_id\":3,\"bbox\":[1,2,9,7],\"segmentation\":[[1,2,10,2,10,9,1,9]]},"
                + "{\"image_id\":1,\"category_id\":3,\"bbox\":[0,0,9,7],\"segmentation\":[[1,2,10,2,10,9,1,9]]}"));
        assertEquals(new Shape.Rectangle(1.5, 2, 9, 7), regions.get(0).shape());
        assertEquals(new Shape.Rectangle(1, 2, 9, 7), regions.get(1).shape());
        assertEquals(new Shape.Rectangle(1, 2, 9, 7), regions.get(2).shape());
        assertEquals(Foreign.polygon(1, 2, 10, 2, 10, 9, 1, 9), regions.get(3).shape());
    }

    @Test
    @DisplayName("run lengths, plain and compressed, fill the same pixels again, holes included")
    void runLengths() throws IOException {
        RunLengthMask ring = RunLengthMask.ofCounts(new int[] {6, 3, 2, 1, 1, 1, 2, 3, 6}, 5, 5);
        List<Region> regions = regions(read("{\"image_id\":1,\"category_id\":3,\"iscrowd\":1,\"segmentation\":" + RING
                + "},{\"image_id\":1,\"category_id\":3,\"segmentation\":{\"size\":[5,5],\"counts\":\""
                + ring.encode().replace("\\", "\\\\") + "\"}}"));
        for (Region region : regions) {
            Shape.Polygon polygon = (Shape.Polygon) region.shape();
            assertEquals(ring.toMask(), PolygonRasterizer.rasterize(polygon.outline(), 5, 5));
            assertEquals(8, polygon.outline().area(), 1e-9);
        }
        assertEquals("1", Foreign.value(regions.get(0), "iscrowd"));
        assertEquals("", Foreign.value(regions.get(1), "iscrowd"));
    }

    @Test
    @DisplayName("key points are how VIA writes a point")
    void points() throws IOException {
        List<Region> regions = regions(read("{\"image_id\":1,\"category_id\":3,\"segmentation\":[[]],\"bbox\":[],"
                + "\"area\":[],\"keypoints\":[7,8,2],\"num_keypoints\":1}"));
        assertEquals(
                List.of(new Shape.PointShape(new Point(7, 8))),
                regions.stream().map(Region::shape).toList());
    }

    @Test
    @DisplayName("what makes no sense is left out, each with a finding that names it, and the rest is read")
    void damaged() throws IOException {
        Imported imported = read("17,"
                + "{\"image_id\":2,\"category_id\":3,\"bbox\":[1,2,3,4]},"
                + "{\"image_id\":1,\"category_id\":3},"
                + "{\"image_id\":1,\"category_id\":3,\"bbox\":[1,2,0,4]},"
                + "{\"image_id\":1,\"category_id\":3,\"segmentation\":[[1,2,3]]},"
                + "{\"image_id\":1,\"category_id\":3,\"segmentation\":[[1,2,3,4]]},"
                + "{\"image_id\":1,\"category_id\":3,\"segmentation\":[[1,2,3,1e300,4,4]]},"
                + "{\"image_id\":1,\"category_id\":3,\"segmentation\":{\"size\":[5,5],\"counts\":[26]}},"
                + "{\"image_id\":1,\"category_id\":3,\"segmentation\":{\"size\":[1000000000,1000000000],\"counts\":[1]}},"
                + "{\"image_id\":1,\"category_id\":3,\"segmentation\":{\"size\":[1000000000000000000,1],\"counts\":[1]}},"
                + "{\"image_id\":1,\"category_id\":44,\"bbox\":[1,2,3,4]}");
        assertEquals(1, regions(imported).size());
        assertEquals("category 44", Foreign.value(regions(imported).get(0), "class"));
        assertEquals(10, imported.findings().size());
        for (Finding finding : imported.findings()) {
            assertEquals(Finding.Severity.ERROR, finding.severity());
            assertTrue(finding.message().endsWith("left out."), finding.message());
        }
        assertTrue(imported.findings().get(1).message().contains("image 2"));
    }

    @Test
    @DisplayName("an image keeps its declared size and attributes for as long as the picture is not there")
    void declaredSize() throws IOException {
        ImageEntry image = read("").project().images().get(0);
        assertEquals("64x48", Pictures.none().size(image).orElseThrow().toString());
        Foreign.pictures(folder, "b.png");
        Imported there = open("{\"images\":[{\"id\":1,\"file_name\":\"b.png\",\"width\":9,\"height\":9,"
                + "\"attributes\":{\"split\":\"val\"}}],\"annotations\":[]}");
        ImageEntry found = there.project().images().get(0);
        assertEquals(List.of("split"), List.copyOf(found.attributes().keySet()));
        assertEquals("b.png" + Files.size(folder.resolve("b.png")), found.id().key());
    }

    @Test
    @DisplayName("two images of one name or one id stay two")
    void twice() throws IOException {
        Imported imported = open("{\"images\":[{\"id\":1,\"file_name\":\"a.jpg\"},{\"id\":1,\"file_name\":\"a.jpg\"},"
                + "{\"id\":2,\"file_name\":\"\"},4],\"annotations\":[{\"image_id\":1,\"bbox\":[1,2,3,4]}]}");
        assertEquals(2, imported.project().byId().size());
        assertEquals(1, regions(imported).size());
        assertEquals(
                List.of("image-id-twice", "image-unreadable", "image-unreadable"), Foreign.codes(imported.findings()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"images\":1,\"annotations\":[]}", "{\"images\":[],\"annotations\":{}}"})
    @DisplayName("a file without the lists is refused, naming the place")
    void noLists(String json) {
        IOException e = assertThrows(IOException.class, () -> open(json));
        assertTrue(e.getMessage().contains("some.json, line 1"), e.getMessage());
    }
}
