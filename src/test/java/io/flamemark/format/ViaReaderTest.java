package io.flamemark.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.flamemark.annotation.AttributeSchema.Attribute;
import io.flamemark.annotation.AttributeSchema.Option;
import io.flamemark.annotation.AttributeSchema.Type;
import io.flamemark.annotation.AttributeValue.Choices;
import io.flamemark.annotation.AttributeValue.Text;
import io.flamemark.annotation.AttributeValue.Verbatim;
import io.flamemark.annotation.Finding;
import io.flamemark.annotation.ImageEntry;
import io.flamemark.annotation.ImageId;
import io.flamemark.annotation.Project;
import io.flamemark.annotation.Region;
import io.flamemark.annotation.Shape;
import io.flamemark.geometry.Point;
import io.flamemark.geometry.Polygon;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ViaReaderTest {

    @TempDir
    Path folder;

    @Test
    void readsTheProjectItsOrderAndItsAttributes() throws Exception {
        Project project = open("project.json").project();
        assertEquals("burning hills", project.name());
        assertEquals("pictures/", project.imageFolder());
        assertEquals(
                List.of("10", "hill.jpg1000", "straße 🔥.png-1"),
                project.images().stream().map(i -> i.id().key()).toList());
        Map<String, Attribute> region = project.schema().region();
        assertEquals(List.of("class", "seen", "note", "extra"), List.copyOf(region.keySet()));
        assertEquals(
                new Attribute(
                        Type.DROPDOWN,
                        "what burns",
                        List.of(new Option("fire", ""), new Option("smoke", "Smoke")),
                        List.of("fire")),
                region.get("class"));
        assertEquals(List.of("none"), region.get("note").defaults());
        assertEquals(Type.TEXT, region.get("extra").type());
        assertEquals(Type.RADIO, project.schema().file().get("split").type());
    }

    @Test
    void readsManyEntriesOnAllCoresInTheOrderOfTheFile() throws Exception {
        int images = 1000;
        StringBuilder json = new StringBuilder("{");
        for (int i = 0; i < images; i++) {
            json.append(i == 0 ? "" : ",")
                    .append("\"i%1$d.jpg%1$d\":{\"filename\":\"i%1$d.jpg\",\"size\":%1$d,\"regions\":[".formatted(i))
                    .append("{\"shape_attributes\":{\"name\":\"point\",\"cx\":%d,\"cy\":1},".formatted(i))
                    .append("\"region_attributes\":{}}],\"file_attributes\":{}}");
        }
        Path file = Files.writeString(folder.resolve("many.json"), json.append('}'));
        List<ImageEntry> read = ProjectFile.open(file).project().images();
        assertEquals(images, read.size());
        long first = read.get(0).regions().get(0).id().value();
        for (int i = 0; i < images; i++) {
            assertEquals("i%1$d.jpg%1$d".formatted(i), read.get(i).id().key());
            Region region = read.get(i).regions().get(0);
            assertEquals(first + i, region.id().value());
            assertEquals(new Shape.PointShape(new Point(i, 1)), region.shape());
        }
    }

    @Test
    void readsTheSixShapes() throws Exception {
        List<Region> regions = image(open("project.json"), "hill.jpg1000").regions();
        assertEquals(
                List.of(
                        new Shape.Polygon(Polygon.of(10, 20, 60, 22, 55, 80, 12, 70)),
                        new Shape.Rectangle(5, 6, 70, 80),
                        new Shape.Circle(new Point(30, 31), 12.346),
                        new Shape.Ellipse(new Point(40, 41), 20.5, 10, -0.785),
                        new Shape.Polyline(List.of(new Point(1, 4), new Point(2, 5), new Point(3, 6))),
                        new Shape.PointShape(new Point(7, 8))),
                regions.stream().map(Region::shape).toList());
        assertEquals(
                Map.of(
                        "class", new Text("fire"),
                        "seen", new Choices(Map.of("day", true, "far", true)),
                        "note", new Text("left \"edge\"/é")),
                regions.get(0).attributes());
    }

    @Test
    void readsVia1WithoutTheRepeatedVertex() throws Exception {
        List<Region> regions = image(open("via1-export.json"), "old.jpg500").regions();
        assertEquals(
                new Shape.Polygon(Polygon.of(1, 1, 9, 1, 9, 9)), regions.get(0).shape());
        assertEquals(new Shape.Ellipse(new Point(5, 6), 3, 2, 0), regions.get(1).shape());
        assertEquals(
                new Shape.Polygon(Polygon.of(20, 20, 30, 20, 30, 30, 20, 30)),
                regions.get(2).shape());
    }

    @Test
    void readsAroundOddMembers() throws Exception {
        ProjectFile open = open("odd-members.json");
        Region region = image(open, "numbers.jpg1").regions().get(0);
        assertEquals(new Shape.Polygon(Polygon.of(1, -3, 2.5, 0.125, 10, 7, 2, 4)), region.shape());
        assertEquals(new Verbatim("0.50"), region.attributes().get("score"));
        assertEquals(new Verbatim("null"), region.attributes().get("nothing"));
        assertEquals(new Verbatim("[1,\"a\"]"), region.attributes().get("list"));
        assertEquals(1, image(open, "numbers.jpg1").size());
        assertEquals(63930, image(open, "text-size.jpg63930").size());
        assertEquals(-1, image(open, "bad-size").size());
        assertEquals(-1, image(open, "missing.jpg4").size());
        assertTrue(image(open, "null-attributes.jpg2")
                .regions()
                .get(0)
                .attributes()
                .isEmpty());
        assertTrue(image(open, "list-attributes.jpg3").attributes().isEmpty());
        assertTrue(image(open, "null-regions.jpg5").regions().isEmpty());
        assertEquals("file://C:\\Users\\me\\fire.jpg", image(open, "windows").filename());
        assertTrue(image(open, "twice.jpg1").attributes().isEmpty());
        assertEquals(
                List.of("regions-unreadable", "image-unreadable", "image-unreadable", "image-key-twice"),
                open.findings().stream()
                        .map(Finding::code)
                        .filter(c -> !c.equals("image-without-regions") && !c.equals("regions-without-class"))
                        .toList());
    }

    @Test
    void aLoneEntryGetsTheKeyViaWouldGiveIt() throws Exception {
        assertEquals(
                "alone.jpg1236",
                open("single-entry.json").project().images().get(0).id().key());
    }

    @Test
    void namesWhatIsWrongWithEachShape() throws Exception {
        ProjectFile open = open("damaged-shapes.json");
        List<String> found = open.findings().stream()
                .filter(f -> f.region().isPresent())
                .map(f -> f.region().getAsInt() + " " + f.code())
                .toList();
        assertEquals(
                List.of(
                        "0 polygon-too-few-points",
                        "1 region-unreadable",
                        "2 region-unreadable",
                        "3 region-unreadable",
                        "4 region-unreadable",
                        "5 region-unreadable",
                        "6 region-unreadable",
                        "7 region-unreadable",
                        "8 region-unreadable",
                        "9 region-unreadable",
                        "10 region-unreadable",
                        "11 region-unreadable",
                        "12 polygon-without-area",
                        "13 polygon-crosses-itself"),
                found);
        Finding first = open.findings().get(0);
        assertEquals(open.path().toString(), first.file());
        assertEquals(
                "Region 1 of \"bad.jpg\" is a polygon with 2 points and needs at least 3; it is kept in the file but not"
                        + " used.",
                first.message());
        assertEquals(
                "Region 2 of \"bad.jpg\" cannot be drawn, because all_points_x has 3 numbers but all_points_y has 2; it is"
                        + " kept in the file but not used.",
                open.findings().get(1).message());
    }

    @Test
    void staleIdsOfTheImageListAreReported() throws Exception {
        Finding first = open("project.json").findings().get(0);
        assertEquals("image-list-stale", first.code());
        assertTrue(first.message().contains("gone.jpg5"));
    }

    @Test
    void anImageThatTheListNamesTwiceIsNoStranger() throws Exception {
        Path file = Files.writeString(
                folder.resolve("twice.json"),
                "{\"_via_settings\":{},\"_via_img_metadata\":{\"a1\":{\"filename\":\"a\",\"size\":1}},"
                        + "\"_via_attributes\":{},\"_via_image_id_list\":[\"a1\",\"a1\"]}");
        ProjectFile twice = ProjectFile.open(file);
        assertEquals(1, twice.project().images().size());
        assertEquals(
                "The image list names \"a1\" more than once; the first place counts.",
                twice.readingFindings().get(0).message());
    }

    private ProjectFile open(String name) throws Exception {
        return ProjectFile.open(Fixtures.copy(name, folder));
    }

    private static ImageEntry image(ProjectFile open, String key) {
        return open.project().image(new ImageId(key)).orElseThrow();
    }
}
