package io.flamemark.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.flamemark.annotation.AttributeSchema;
import io.flamemark.annotation.AttributeSchema.Attribute;
import io.flamemark.annotation.AttributeSchema.Option;
import io.flamemark.annotation.AttributeSchema.Type;
import io.flamemark.annotation.AttributeValue;
import io.flamemark.annotation.AttributeValue.Text;
import io.flamemark.annotation.ImageEntry;
import io.flamemark.annotation.ImageId;
import io.flamemark.annotation.Project;
import io.flamemark.annotation.Region;
import io.flamemark.annotation.RegionId;
import io.flamemark.annotation.Shape;
import io.flamemark.geometry.Point;
import io.flamemark.geometry.Polygon;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An edit changes the text of what was edited and nothing else: each test says which text becomes which. */
class EditLocalityTest {

    private static final Shape TRIANGLE = new Shape.Polygon(Polygon.of(1, 2, 30.256, 4, 5, 60));

    @TempDir
    Path folder;

    @Test
    void aMovedVertexChangesItsTwoNumbers() throws Exception {
        assertEdit(
                "spaced.json",
                onShape("a.jpg10", 0, EditLocalityTest::moveFirst),
                "[1, 50, 25]",
                "[7.13, 50, 25]",
                "[1, 2, 40]",
                "[8, 2, 40]");
        assertEdit(
                "odd-members.json",
                onShape("numbers.jpg1", 0, EditLocalityTest::moveFirst),
                "[1.0, 2.50, 1e1, 2E0]",
                "[7.13, 2.50, 1e1, 2E0]",
                "[-3, 0.125",
                "[8, 0.125");
    }

    @Test
    void aPolygonThatWasClosedStaysClosed() throws Exception {
        assertEdit(
                "via1-export.json",
                onShape("old.jpg500", 0, EditLocalityTest::moveFirst),
                "[1,9,9,1]",
                "[7.13,9,9,7.13]",
                "[1,1,9,1]",
                "[8,1,9,8]");
    }

    @Test
    void anInsertedVertexIsAddedToBothLists() throws Exception {
        assertEdit(
                "single-entry.json",
                onShape(
                        "alone.jpg1236",
                        0,
                        s -> new Shape.Polygon(((Shape.Polygon) s).outline().withInserted(3, new Point(4, 5)))),
                "1023\n                ]",
                "1023,\n                    4\n                ]",
                "300\n                ]",
                "300,\n                    5\n                ]");
    }

    @Test
    void anotherShapeKeepsUnknownMembers() throws Exception {
        assertEdit(
                "odd-members.json",
                onShape("numbers.jpg1", 0, s -> new Shape.Circle(new Point(1, 2), 3.14159)),
                "{\"name\": \"polygon\", \"all_points_x\": [1.0, 2.50, 1e1, 2E0], \"all_points_y\": [-3, 0.125, 7, 4], \"via_private\": [1]}",
                "{\"name\": \"circle\", \"via_private\": [1], \"cx\": 1, \"cy\": 2, \"r\": 3.14}");
    }

    @Test
    void attributesChangeOneByOne() throws Exception {
        assertEdit(
                "odd-members.json",
                onRegion("numbers.jpg1", 0, r -> r.withAttribute("class", new Text("smoke"))),
                "\"class\": \"fire\"",
                "\"class\": \"smoke\"");
        assertEdit(
                "odd-members.json",
                onRegion("numbers.jpg1", 0, r -> r.withAttribute("nothing", null)),
                "\"nothing\": null, ",
                "");
        assertEdit(
                "odd-members.json",
                onRegion("null-attributes.jpg2", 0, r -> r.withAttribute("class", new Text("fire"))),
                "\"region_attributes\": null",
                "\"region_attributes\": {\"class\": \"fire\"}");
        assertEdit(
                "via1-export.json",
                onImage("none.jpg7", i -> i.withAttribute("split", new Text("val"))),
                "\"file_attributes\":{},\"regions\":{}}}",
                "\"file_attributes\":{\"split\":\"val\"},\"regions\":{}}}");
        assertEdit(
                "project.json",
                onRegion(
                        "hill.jpg1000",
                        1,
                        r -> r.withAttribute("seen", new AttributeValue.Choices(Map.of("far", true)))),
                "{\"class\":\"smoke\"}",
                "{\"class\":\"smoke\",\"seen\":{\"far\":true}}");
    }

    @Test
    void aNewRegionIsAppended() throws Exception {
        assertEdit(
                "spaced.json",
                onImage("b.jpg11", EditLocalityTest::addTriangle),
                "\"regions\": []",
                "\"regions\": [{\"shape_attributes\": {\"name\": \"polygon\", \"all_points_x\": [1, 30.26, 5],"
                        + " \"all_points_y\": [2, 4, 60]}, \"region_attributes\": {\"class\": \"fire\"}}]");
        assertEdit(
                "via1-export.json",
                onImage("none.jpg7", EditLocalityTest::addTriangle),
                "\"regions\":{}}}",
                "\"regions\":{\"0\":{\"shape_attributes\":{\"name\":\"polygon\",\"all_points_x\":[1,30.26,5,1],"
                        + "\"all_points_y\":[2,4,60,2]},\"region_attributes\":{\"class\":\"fire\"}}}}}");
        assertEdit(
                "odd-members.json",
                onImage("missing.jpg4", EditLocalityTest::addTriangle),
                "\"missing.jpg\"}",
                "\"missing.jpg\", \"regions\": [{\"shape_attributes\": {\"name\": \"polygon\","
                        + " \"all_points_x\": [1, 30.26, 5], \"all_points_y\": [2, 4, 60]}, \"region_attributes\": {\"class\": \"fire\"}}]}");
    }

    @Test
    void regionsThatCannotBeReadAreSetAside() throws Exception {
        String drawn = "[{\"shape_attributes\": {\"name\": \"polygon\", \"all_points_x\": [1, 30.26, 5],"
                + " \"all_points_y\": [2, 4, 60]}, \"region_attributes\": {\"class\": \"fire\"}}]";
        assertEdit(
                "odd-members.json",
                onImage("text-regions", EditLocalityTest::addTriangle),
                "\"regions\": \"none\", \"file_attributes\": {}}",
                "\"regions\": " + drawn + ", \"file_attributes\": {}, \"regions_unreadable\": \"none\"}");
        ProjectFile open = ProjectFile.open(Fixtures.copy("odd-members.json", folder));
        Path project = folder.resolve("project2.json");
        open.saveAsProject(project, open.project());
        String text = Files.readString(project);
        assertTrue(text.contains("\"regions_unreadable\":\"none\""), text);
    }

    @Test
    void newImagesOfAnExportOfVia1HaveItsForm() throws Exception {
        ImageEntry fresh = addTriangle(new ImageEntry(new ImageId("c.jpg12"), "c.jpg", 12, List.of(), Map.of()));
        Path file = Fixtures.copy("via1-export.json", folder);
        ProjectFile open = ProjectFile.open(file);
        open.save(open.project().withImages(plus(open.project().images(), fresh)));
        String added = ",\"c.jpg12\":{\"fileref\":\"\",\"size\":12,\"filename\":\"c.jpg\",\"base64_img_data\":\"\","
                + "\"file_attributes\":{},\"regions\":{\"0\":{\"shape_attributes\":{\"name\":\"polygon\","
                + "\"all_points_x\":[1,30.26,5,1],\"all_points_y\":[2,4,60,2]},\"region_attributes\":{\"class\":\"fire\"}}}}";
        String before = new String(Fixtures.bytes("via1-export.json"), StandardCharsets.UTF_8);
        String after = Files.readString(file);
        assertTrue(after.contains(added), after);
        assertEquals(before, after.replace(added, ""));
    }

    @Test
    void aDeletedRegionLeavesTheOthersAndTheirNumbersClose() throws Exception {
        assertEdit(
                "spaced.json",
                onImage("a.jpg10", i -> without(i, 0)),
                "{\"shape_attributes\": {\"name\": \"polygon\", \"all_points_x\": [1, 50, 25], \"all_points_y\": [1, 2, 40]},"
                        + " \"region_attributes\": {}}, ",
                "");
        assertEdit(
                "via1-export.json",
                onImage("old.jpg500", i -> without(i, 1)),
                ",\"1\":{\"shape_attributes\":{\"name\":\"ellipse\",\"cx\":5,\"cy\":6,\"rx\":3,\"ry\":2},\"region_attributes\":{}},\"2\":",
                ",\"1\":");
        assertEdit("damaged-shapes.json", onImage("bad.jpg9", i -> without(i, 11)), "\nnull,", "");
    }

    @Test
    void imagesAreAddedAndRemoved() throws Exception {
        ImageEntry fresh =
                new ImageEntry(new ImageId("c.jpg12"), "c.jpg", 12, List.of(), Map.of("split", new Text("val")));
        assertEdit(
                "spaced.json",
                p -> p.withImages(plus(p.images(), fresh)),
                "\"file_attributes\": {}}}",
                "\"file_attributes\": {}}, \"c.jpg12\": {\"filename\": \"c.jpg\", \"size\": 12,"
                        + " \"regions\": [], \"file_attributes\": {\"split\": \"val\"}}}");
        assertEdit(
                "project.json",
                p -> p.withImages(plus(p.images().subList(0, 2), fresh)),
                ",\"straße 🔥.png-1\":{\"filename\":\"straße 🔥.png\",\"size\":-1,\"regions\":[],\"file_attributes\":{\"split\":\"val\"}}",
                "",
                "\"extra\":5}}],\"file_attributes\":{}}}",
                "\"extra\":5}}],\"file_attributes\":{}},\"c.jpg12\":{\"filename\":\"c.jpg\","
                        + "\"size\":12,\"regions\":[],\"file_attributes\":{\"split\":\"val\"}}}",
                "[\"10\",\"gone.jpg5\",\"hill.jpg1000\"]",
                "[\"10\",\"hill.jpg1000\",\"c.jpg12\"]");
    }

    @Test
    void aLoneEntryThatGetsCompanyBecomesAnExport() throws Exception {
        Path file = Fixtures.copy("single-entry.json", folder);
        ProjectFile open = ProjectFile.open(file);
        ImageEntry fresh = new ImageEntry(new ImageId("c.jpg12"), "c.jpg", 12, List.of(), Map.of());
        open.save(open.project().withImages(plus(open.project().images(), fresh)));
        ProjectFile again = ProjectFile.open(file);
        assertEquals(FileKind.VIA_ANNOTATIONS, again.kind());
        assertEquals(plus(open.project().images(), fresh), again.project().images());
    }

    @Test
    void orderNameAndFolderOfTheProject() throws Exception {
        assertEdit(
                "project.json",
                p -> new Project("new name", p.images(), p.schema(), "elsewhere/"),
                "\"burning hills\"",
                "\"new name\"",
                "\"pictures/\"",
                "\"elsewhere/\"");
        assertEdit(
                "project.json",
                p -> p.withImages(
                        List.of(p.images().get(1), p.images().get(2), p.images().get(0))),
                "[\"10\",\"gone.jpg5\",\"hill.jpg1000\"]",
                "[\"hill.jpg1000\",\"straße 🔥.png-1\",\"10\"]");
    }

    @Test
    void definitionsOfAttributes() throws Exception {
        assertEdit(
                "project.json",
                p -> p.withSchema(withClass(p.schema(), "ember")),
                "\"options\":{\"fire\":\"\",\"smoke\":\"Smoke\"}",
                "\"options\":{\"fire\":\"\",\"smoke\":\"Smoke\",\"ember\":\"\"}");
        assertEdit(
                "odd-definitions.json",
                p -> p.withSchema(withClass(p.schema(), "ember")),
                "\"b\": \"B\"}",
                "\"b\": \"B\", \"ember\": \"\"}");
        AttributeSchema.Attribute text = new Attribute(Type.TEXT, "", List.of(), List.of("x"));
        assertEdit(
                "project.json",
                p -> p.withSchema(new AttributeSchema(p.schema().region(), Map.of("who", text))),
                "\"file\":{\"split\":{\"type\":\"radio\",\"description\":\"\",\"options\":{\"train\":\"\",\"val\":\"\",\"test\":\"\"},\"default_options\":{}},\"weather\":{\"type\":\"text\"}}",
                "\"file\":{\"who\":{\"type\":\"text\",\"description\":\"\",\"default_value\":\"x\"}}");
    }

    /** VIA takes the first name among the defaults of a radio for the default, be it true or false. */
    @Test
    void anotherDefaultStandsAlone() throws Exception {
        assertEdit(
                "odd-definitions.json",
                p -> p.withSchema(withDefaults(p.schema(), Type.RADIO, List.of("a"))),
                "{\"a\": false, \"b\" : true}",
                "{\"a\": true}");
        assertEdit(
                "odd-definitions.json",
                p -> p.withSchema(withDefaults(p.schema(), Type.RADIO, List.of())),
                "{\"a\": false, \"b\" : true}",
                "{}");
        assertEdit(
                "odd-definitions.json",
                p -> p.withSchema(withDefaults(p.schema(), Type.DROPDOWN, List.of("b"))),
                "\"radio\"",
                "\"dropdown\"",
                "{\"a\": false, \"b\" : true}",
                "{\"b\" : true}");
        assertEdit(
                "odd-definitions.json",
                p -> p.withSchema(withDefaults(p.schema(), Type.CHECKBOX, List.of())),
                "\"radio\"",
                "\"checkbox\"",
                "{\"a\": false, \"b\" : true}",
                "{\"a\": false}");
    }

    private static AttributeSchema withDefaults(AttributeSchema schema, Type type, List<String> defaults) {
        Map<String, Attribute> region = new LinkedHashMap<>(schema.region());
        region.computeIfPresent("class", (key, was) -> new Attribute(type, was.description(), was.options(), defaults));
        return new AttributeSchema(region, schema.file());
    }

    @Test
    void aRenamedClassKeepsItsDescriptionHoweverOdd() throws Exception {
        assertEdit(
                "odd-definitions.json",
                p -> p.withSchema(renamed(p.schema(), "a", "flame")),
                "{\"a\": 1.50, \"b\": \"B\"}, \"default_options\": {\"a\": false, \"b\" : true}",
                "{\"flame\": 1.50, \"b\": \"B\"}, \"default_options\": {\"b\" : true}");
    }

    private static AttributeSchema renamed(AttributeSchema schema, String from, String to) {
        Map<String, Attribute> region = new LinkedHashMap<>(schema.region());
        region.computeIfPresent(
                "class",
                (key, was) -> new Attribute(
                        was.type(),
                        was.description(),
                        was.options().stream()
                                .map(o -> o.id().equals(from) ? new Option(to, o.description()) : o)
                                .toList(),
                        was.defaults()));
        return new AttributeSchema(region, schema.file());
    }

    private static AttributeSchema withClass(AttributeSchema schema, String name) {
        Map<String, Attribute> region = new LinkedHashMap<>(schema.region());
        region.computeIfPresent(
                "class",
                (key, was) -> new Attribute(
                        was.type(), was.description(), plus(was.options(), new Option(name, "")), was.defaults()));
        return new AttributeSchema(region, schema.file());
    }

    private static Shape moveFirst(Shape shape) {
        return new Shape.Polygon(((Shape.Polygon) shape).outline().withVertex(0, new Point(7.1251, 8)));
    }

    private static ImageEntry addTriangle(ImageEntry image) {
        return image.withRegions(
                plus(image.regions(), new Region(new RegionId(1000), TRIANGLE, Map.of("class", new Text("fire")))));
    }

    private static ImageEntry without(ImageEntry image, int index) {
        List<Region> regions = new ArrayList<>(image.regions());
        regions.remove(index);
        return image.withRegions(regions);
    }

    private static <T> List<T> plus(List<T> list, T item) {
        List<T> next = new ArrayList<>(list);
        next.add(item);
        return next;
    }

    private static UnaryOperator<Project> onImage(String key, UnaryOperator<ImageEntry> edit) {
        return p -> p.withImage(edit.apply(p.image(new ImageId(key)).orElseThrow()));
    }

    private static UnaryOperator<Project> onRegion(String key, int index, UnaryOperator<Region> edit) {
        return onImage(key, image -> {
            List<Region> regions = new ArrayList<>(image.regions());
            regions.set(index, edit.apply(regions.get(index)));
            return image.withRegions(regions);
        });
    }

    private static UnaryOperator<Project> onShape(String key, int index, UnaryOperator<Shape> edit) {
        return onRegion(key, index, r -> r.withShape(edit.apply(r.shape())));
    }

    /**
     * @param replacements text, its replacement, and so on: how the file must differ afterwards
     */
    private void assertEdit(String fixture, UnaryOperator<Project> edit, String... replacements) throws Exception {
        Path file = Fixtures.copy(fixture, folder);
        String before = Files.readString(file);
        String expected = before;
        for (int i = 0; i < replacements.length; i += 2) {
            int at = expected.indexOf(replacements[i]);
            assertEquals(true, at >= 0, "the fixture holds " + replacements[i]);
            expected =
                    expected.substring(0, at) + replacements[i + 1] + expected.substring(at + replacements[i].length());
        }
        ProjectFile open = ProjectFile.open(file);
        ProjectFile saved = open.save(edit.apply(open.project()));
        assertEquals(expected, Files.readString(file));
        saved.save(open.project());
        assertEquals(before, Files.readString(file), "undone");
    }
}
