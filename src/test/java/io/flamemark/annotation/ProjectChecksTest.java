package io.flamemark.annotation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.flamemark.annotation.AttributeSchema.Attribute;
import io.flamemark.annotation.AttributeSchema.Option;
import io.flamemark.annotation.AttributeSchema.Type;
import io.flamemark.annotation.AttributeValue.Text;
import io.flamemark.geometry.Box;
import io.flamemark.geometry.Polygon;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProjectChecksTest {

    private static final Shape SQUARE = polygon(10, 10, 20, 10, 20, 20, 10, 20);

    @Test
    void aSoundProjectHasNoFindings() {
        Project project = project(image("a", "train", SQUARE), image("b", "val", SQUARE));
        assertEquals(List.of(), ProjectChecks.structure(project, "p.json"));
        assertEquals(List.of(), ProjectChecks.images(project, "p.json", i -> frame()));
    }

    @Test
    void shapesThatCannotBeUsed() {
        assertEquals(
                List.of("0 polygon-too-few-points", "1 polygon-without-area", "2 region-unreadable"),
                regionCodes(
                        polygon(1, 1, 2, 2),
                        polygon(1, 1, 5, 5, 3, 3),
                        new Shape.Unreadable("star", "\"star\" is no shape of VIA")));
    }

    @Test
    void aHoleJoinedByACutIsNoCrossing() {
        Shape cut = polygon(0, 0, 2, 2, 2, 4, 4, 4, 4, 2, 2, 2, 0, 0, 10, 0, 10, 10, 0, 10);
        Shape crossing = polygon(0, 0, 2, 2, 4, 4, 4, 2, 2, 4, 2, 2, 0, 0, 10, 0, 10, 10, 0, 10);
        assertEquals(List.of("1 polygon-crosses-itself"), regionCodes(cut, crossing));
    }

    @Test
    void shapesToLookAt() {
        Shape evenBowTie = polygon(0, 0, 10, 10, 0, 10, 10, 0);
        assertEquals(List.of("0 polygon-crosses-itself", "2 region-twice"), regionCodes(evenBowTie, SQUARE, SQUARE));
    }

    @Test
    void theMessageNamesImageAndRegion() {
        Finding finding = ProjectChecks.structure(project(image("a", "val", SQUARE, polygon(1, 1))), "p.json")
                .get(0);
        assertEquals("p.json", finding.file());
        assertEquals(Optional.of(new ImageId("a")), finding.image());
        assertEquals(1, finding.region().getAsInt());
        assertTrue(finding.message().startsWith("Region 2 of \"a.jpg\" is a polygon with 1 point "), finding.message());
    }

    @Test
    void regionsOutsideOfTheImage() {
        Project project =
                project(image("a", "val", SQUARE, polygon(90, 90, 101, 90, 95, 95), polygon(200, 1, 210, 1, 205, 9)));
        assertEquals(
                List.of("region-partly-outside", "region-outside"),
                codes(ProjectChecks.images(project, "p.json", i -> frame())));
        assertEquals(List.of(), ProjectChecks.images(project, "p.json", i -> Optional.empty()));
    }

    @Test
    void imagesThatAreEmptyOrNamedTwice() {
        Project project = project(image("a", "train", SQUARE), image("b", "val"), image("b", "val", SQUARE));
        assertEquals(
                List.of("image-without-regions", "filename-twice"), codes(ProjectChecks.structure(project, "p.json")));
    }

    @Test
    void splits() {
        assertEquals(
                List.of("split-unknown"),
                codes(ProjectChecks.structure(
                        project(image("a", "train", SQUARE), image("b", "holdout", SQUARE)), "p.json")));
        assertEquals(
                List.of(),
                codes(ProjectChecks.structure(
                        project(image("a", "train", SQUARE), image("b", "validation", SQUARE)), "p.json")));
        assertEquals(List.of(), codes(ProjectChecks.structure(project(image("a", "", SQUARE)), "p.json")));
        assertEquals(List.of("no-images"), codes(ProjectChecks.structure(Project.empty("e"), "p.json")));
    }

    @Test
    void classes() {
        Attribute declared =
                new Attribute(Type.DROPDOWN, "", List.of(new Option("fire", ""), new Option("smoke", "")), List.of());
        Region unknown = new Region(new RegionId(1), SQUARE, Map.of("class", new Text("fier")));
        Region none = new Region(new RegionId(2), polygon(1, 1, 9, 1, 5, 5), Map.of());
        ImageEntry image = image("a", "val").withRegions(List.of(unknown, none));
        Project project = project(image).withSchema(new AttributeSchema(Map.of("class", declared), Map.of()));
        List<Finding> findings = ProjectChecks.structure(project, "p.json");
        assertEquals(List.of("class-unknown", "regions-without-class"), codes(findings));
        assertTrue(findings.get(0).message().contains("\"fier\", which is none of fire, smoke"));
        assertEquals(
                "1 region names no \"class\"; it counts as \"fire\".",
                findings.get(1).message());
    }

    private static List<String> regionCodes(Shape... shapes) {
        return ProjectChecks.structure(project(image("a", "val", shapes)), "p.json").stream()
                .map(f -> f.region().getAsInt() + " " + f.code())
                .toList();
    }

    private static List<String> codes(List<Finding> findings) {
        return findings.stream().map(Finding::code).toList();
    }

    private static Optional<Box> frame() {
        return Optional.of(new Box(0, 0, 100, 100));
    }

    private static Shape polygon(double... coordinates) {
        return new Shape.Polygon(Polygon.of(coordinates));
    }

    private static ImageEntry image(String key, String split, Shape... shapes) {
        List<Region> regions = new ArrayList<>();
        for (Shape shape : shapes) {
            regions.add(new Region(new RegionId(regions.size()), shape, Map.of()));
        }
        return new ImageEntry(new ImageId(key), key + ".jpg", 1, regions, Map.of(SplitAttribute.NAME, new Text(split)));
    }

    private static Project project(ImageEntry... images) {
        return Project.empty("p").withImages(List.of(images));
    }
}
