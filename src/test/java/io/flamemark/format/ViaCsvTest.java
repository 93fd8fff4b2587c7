package io.flamemark.format;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.flamemark.annotation.AttributeValue.Choices;
import io.flamemark.annotation.AttributeValue.Text;
import io.flamemark.annotation.AttributeValue.Verbatim;
import io.flamemark.annotation.Finding;
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
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** VIA's annotation export in CSV. */
class ViaCsvTest {

    static final String[] FILES = Fixtures.CSV;

    private static final Shape TRIANGLE = new Shape.Polygon(Polygon.of(1, 2, 30, 4, 5, 60));

    @TempDir
    Path folder;

    @Test
    void rowsBecomeImagesWithTheirRegions() throws Exception {
        Project project = open("via2.csv").project();
        assertEquals(
                List.of("hill.jpg1000", "none.jpg7", "https://example.org/a.png-1"),
                project.images().stream().map(i -> i.id().key()).toList());
        ImageEntry hill = project.images().get(0);
        assertEquals(1000, hill.size());
        assertEquals(Map.of("split", new Text("train"), "caption", new Text("wood, \"dry\" é")), hill.attributes());
        assertEquals(
                List.of(
                        new Shape.Polygon(Polygon.of(10, 20, 60, 22, 55, 80, 12, 70)),
                        new Shape.Rectangle(5, 6, 70, 80),
                        new Shape.Ellipse(new Point(40, 41), 20.5, 10, -0.785)),
                hill.regions().stream().map(Region::shape).toList());
        assertEquals(
                Map.of("class", new Text("fire"), "seen", new Choices(Map.of("day", true))),
                hill.regions().get(0).attributes());
        assertEquals(List.of(), project.images().get(1).regions());
        assertEquals(
                List.of("class", "seen"), List.copyOf(project.schema().region().keySet()));
    }

    @Test
    void oneOfVia1ClosesItsPolygons() throws Exception {
        Region first = open("via1.csv").project().images().get(0).regions().get(0);
        assertEquals(new Shape.Polygon(Polygon.of(1, 1, 9, 1, 9, 9)), first.shape());
    }

    @Test
    void whatIsOddIsReadAndWhatIsBrokenIsToldWithItsLine() throws Exception {
        ProjectFile open = open("odd.csv");
        assertEquals(
                List.of("a.jpg", "fire, wood.jpg", "quoted \"name\".jpg", "broken.jpg", "nosize.jpg"),
                open.project().images().stream().map(ImageEntry::filename).toList());
        ImageEntry a = open.project().images().get(0);
        assertEquals(2, a.regions().size());
        assertEquals(Map.of("name", new Text("damage")), a.regions().get(0).attributes());
        assertEquals(
                Map.of("b", new Verbatim("null")),
                open.project().images().get(2).regions().get(0).attributes());
        assertEquals(-1, open.project().images().get(4).size());
        assertEquals(
                List.of(
                        "csv-comma-in-name",
                        "csv-row-unreadable",
                        "attributes-unreadable",
                        "csv-undefined",
                        "region-unreadable"),
                open.findings().stream()
                        .map(Finding::code)
                        .filter(c -> !c.equals("image-without-regions") && !c.equals("regions-without-class"))
                        .toList());
        Finding row = open.findings().get(1);
        assertEquals("Line 7 has 2 cells instead of 7; it is kept in the file but not used.", row.message());
        Finding cell = open.findings().get(2);
        assertEquals("broken.jpg5", cell.image().orElseThrow().key());
        assertEquals(1, cell.region().getAsInt());
        assertTrue(cell.message().contains("line 9"), cell.message());
    }

    /** A spreadsheet fills up rows; its empty cells are no commas of the name, though a number and JSON stand there too. */
    @Test
    void cellsTooManyAtTheEndAreNoCommasInTheName() throws Exception {
        String full = "a.jpg,1,\"{}\",1,0,\"{\"\"name\"\":\"\"point\"\",\"\"cx\"\":1,\"\"cy\"\":2}\",\"{}\",,,";
        Path file = Files.writeString(folder.resolve("filled.csv"), CsvColumns.STANDARD.header() + "\n" + full + "\n");
        ProjectFile open = ProjectFile.open(file);
        assertEquals(0, open.project().images().size());
        assertEquals(
                "Line 2 has 10 cells instead of 7; it is kept in the file but not used.",
                open.readingFindings().get(0).message());
    }

    @ParameterizedTest
    @FieldSource("FILES")
    void anUneditedFileIsWrittenByteForByte(String name) throws Exception {
        for (String end : List.of("\n", "\r\n", "\r")) {
            String text = new String(Fixtures.bytes(name), StandardCharsets.UTF_8);
            byte[] bytes = text.replace("\r\n", "\n").replace("\n", end).getBytes(StandardCharsets.UTF_8);
            Path file = Files.write(folder.resolve("some.csv"), bytes);
            ProjectFile open = ProjectFile.open(file);
            assertEquals(FileKind.VIA_CSV, open.kind());
            Path copy = folder.resolve("copy.csv");
            ProjectFile saved = open.saveAs(copy, open.project());
            assertArrayEquals(bytes, Files.readAllBytes(copy));
            ProjectFile edited = saved.save(open.project()
                    .withImages(open.project().images().stream()
                            .map(i -> i.withAttribute("x", new Text("y")))
                            .toList()));
            assertEquals(
                    edited.project().images(), ProjectFile.open(copy).project().images());
            edited.save(open.project());
            assertArrayEquals(bytes, Files.readAllBytes(copy), "undone");
        }
    }

    @Test
    void anEditChangesTheCellItIsAbout() throws Exception {
        assertEdit(
                onRegion(1, r -> r.withShape(new Shape.Rectangle(5, 6, 70.25, 80))),
                "\"\"width\"\":70,",
                "\"\"width\"\":70.25,");
        assertEdit(
                onRegion(1, r -> r.withAttribute("class", new Text("fire"))),
                "\"{\"\"class\"\":\"\"smoke\"\"}\"",
                "\"{\"\"class\"\":\"\"fire\"\"}\"");
        assertEdit(
                onImage(1, i -> i.withRegions(List.of(new Region(new RegionId(900), TRIANGLE, Map.of())))),
                "none.jpg,7,\"{}\",0,0,\"{}\",\"{}\"",
                "none.jpg,7,\"{}\",1,0,\"{\"\"name\"\":\"\"polygon\"\",\"\"all_points_x\"\":[1,30,5],"
                        + "\"\"all_points_y\"\":[2,4,60]}\",\"{}\"");
        assertEdit(
                onImage(2, i -> i.withRegions(List.of())),
                "a.png,-1,\"{}\",1,0,\"{\"\"name\"\":\"\"point\"\",\"\"cx\"\":7,\"\"cy\"\":8}\",\"{}\"",
                "a.png,-1,\"{}\",0,0,\"{}\",\"{}\"");
    }

    /** VIA 1, whose mark stands before the header, repeats the first vertex. */
    @Test
    void aNewPolygonAmongThoseOfVia1IsClosed() throws Exception {
        ProjectFile open = open("via1.csv");
        ImageEntry image = open.project().images().get(0);
        Region region = new Region(new RegionId(900), TRIANGLE, Map.of());
        open.save(open.project()
                .withImage(image.withRegions(List.of(image.regions().get(0), region))));
        String text = Files.readString(open.path());
        assertTrue(
                text.contains("\"{\"\"name\"\":\"\"polygon\"\",\"\"all_points_x\"\":[1,30,5,1],"
                        + "\"\"all_points_y\"\":[2,4,60,2]}\""),
                text);
        assertEquals(
                TRIANGLE,
                ProjectFile.open(open.path())
                        .project()
                        .images()
                        .get(0)
                        .regions()
                        .get(1)
                        .shape());
    }

    @Test
    void aDeletedRegionTakesItsRowAlongAndTheOthersAreCountedAnew() throws Exception {
        ProjectFile open = open("via2.csv");
        Project next = onImage(0, i -> i.withRegions(i.regions().subList(1, 3))).apply(open.project());
        open.save(next);
        List<String> lines = Files.readAllLines(open.path());
        assertEquals(5, lines.size());
        assertTrue(lines.get(1).contains(",2,0,\"{\"\"name\"\":\"\"rect\"\""), lines.get(1));
        assertTrue(lines.get(2).contains(",2,1,\"{\"\"name\"\":\"\"ellipse\"\""), lines.get(2));
        ViaAcceptance.check(FileKind.VIA_CSV, Files.readString(open.path()));
    }

    @Test
    void imagesAreAddedRemovedAndReordered() throws Exception {
        ProjectFile open = open("via2.csv");
        List<ImageEntry> images = new ArrayList<>(open.project().images());
        images.remove(1);
        Collections.reverse(images);
        images.add(
                new ImageEntry(new ImageId("so, new.jpg3"), "so, new.jpg", 3, List.of(), Map.of("k", new Text("\""))));
        open.save(open.project().withImages(images));
        List<ImageEntry> again = ProjectFile.open(open.path()).project().images();
        assertEquals(Same.shapes(images), Same.shapes(again));
        assertTrue(Files.readString(open.path())
                .endsWith("\n\"so, new.jpg\",3,\"{\"\"k\"\":\"\"\\\"\"\"\"}\",0,0,\"{}\",\"{}\""));
    }

    @Test
    void aProjectWrittenAsCsvIsWhatViaWrites() throws Exception {
        ProjectFile open = ProjectFile.open(Fixtures.copy("project.json", folder));
        Path csv = folder.resolve("out.csv");
        open.saveAs(csv, open.project(), FileKind.VIA_CSV);
        String text = Files.readString(csv);
        ViaAcceptance.check(FileKind.VIA_CSV, text);
        assertTrue(
                text.contains("\nhill.jpg,1000,\"{\"\"split\"\":\"\"train\"\",\"\"weather\"\":\"\"dry\"\"}\",6,1,"
                        + "\"{\"\"name\"\":\"\"rect\"\",\"\"x\"\":5,\"\"y\"\":6,\"\"width\"\":70,\"\"height\"\":80}\","
                        + "\"{\"\"class\"\":\"\"smoke\"\"}\"\n"),
                text);
        assertEquals(
                Same.shapes(open.project().images()),
                Same.shapes(ProjectFile.open(csv).project().images()));
        assertEquals(
                List.of("definitions-not-kept", "image-folder-not-kept", "image-key-not-kept"),
                open.lossesAs(FileKind.VIA_CSV, open.project()).stream()
                        .map(Finding::code)
                        .toList());
    }

    @Test
    void imagesThatACsvCannotTellApartAreALoss() throws Exception {
        ImageEntry one = new ImageEntry(new ImageId("one"), "a.jpg", 1, List.of(), Map.of());
        ImageEntry two = new ImageEntry(new ImageId("two"), "a.jpg", 1, List.of(), Map.of());
        List<Finding> losses = ViaLosses.of(FileKind.VIA_CSV, Project.empty("p").withImages(List.of(one, two)), "p");
        assertEquals(
                List.of("image-key-not-kept", "images-joined"),
                losses.stream().map(Finding::code).toList());
    }

    private void assertEdit(UnaryOperator<Project> edit, String gone, String come) throws Exception {
        ProjectFile open = open("via2.csv");
        String before = Files.readString(open.path());
        assertTrue(before.contains(gone), gone);
        ProjectFile saved = open.save(edit.apply(open.project()));
        assertEquals(before.replace(gone, come), Files.readString(open.path()));
        saved.save(open.project());
        assertEquals(before, Files.readString(open.path()), "undone");
    }

    private static UnaryOperator<Project> onImage(int index, UnaryOperator<ImageEntry> edit) {
        return p -> p.withImage(edit.apply(p.images().get(index)));
    }

    private static UnaryOperator<Project> onRegion(int index, UnaryOperator<Region> edit) {
        return onImage(0, image -> {
            List<Region> regions = new ArrayList<>(image.regions());
            regions.set(index, edit.apply(regions.get(index)));
            return image.withRegions(regions);
        });
    }

    private ProjectFile open(String name) throws Exception {
        return ProjectFile.open(Fixtures.copy(name, folder));
    }
}
