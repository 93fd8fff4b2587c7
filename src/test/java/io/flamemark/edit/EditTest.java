package io.flamemark.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.flamemark.annotation.AttributeValue;
import io.flamemark.annotation.ImageEntry;
import io.flamemark.annotation.ImageId;
import io.flamemark.annotation.Project;
import io.flamemark.annotation.Region;
import io.flamemark.annotation.RegionId;
import io.flamemark.annotation.Shape;
import io.flamemark.geometry.Point;
import io.flamemark.geometry.Polygon;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class EditTest {

    private final Project project = Projects.twoImages();

    @Test
    @DisplayName("a region is added on top, and only its image is another")
    void add() {
        RegionId id = new RegionId(9);
        EditResult.Applied done = applied(new Edit.AddRegions(Projects.FIRST, List.of(Projects.square(id, 5)), "draw"));
        assertEquals(List.of(Projects.ONE, Projects.TWO, id), ids(done.next(), Projects.FIRST));
        assertSame(project.images().get(1), done.next().images().get(1));
        assertEquals(Set.of(Projects.FIRST), done.touched().images());
        assertEquals(Set.of(id), done.touched().regions());
    }

    @Test
    @DisplayName("a polygon of two points is refused with the reason")
    void tooFewPoints() {
        Shape line = new Shape.Polygon(Polygon.of(0, 0, 5, 5));
        Region region = new Region(new RegionId(9), line, Map.of());
        assertTrue(refusal(new Edit.AddRegions(Projects.FIRST, List.of(region), "draw"))
                .contains("at least 3 points"));
        assertTrue(refusal(new Edit.SetShape(Projects.FIRST, Projects.ONE, line, "move", Gesture.NONE))
                .contains("at least 3 points"));
    }

    @Test
    @DisplayName("coordinates that are no numbers are refused")
    void notFinite() {
        Shape bad = new Shape.Polygon(Polygon.of(0, 0, Double.NaN, 5, 9, 9));
        assertTrue(refusal(new Edit.SetShape(Projects.FIRST, Projects.ONE, bad, "move", Gesture.NONE))
                .contains("finite"));
        refusal(new Edit.MoveRegions(Projects.FIRST, Set.of(Projects.ONE), Double.NaN, 0, Gesture.NONE));
    }

    @Test
    void delete() {
        Project next = applied(new Edit.DeleteRegions(Projects.FIRST, Set.of(Projects.ONE)))
                .next();
        assertEquals(List.of(Projects.TWO), ids(next, Projects.FIRST));
    }

    @Test
    @DisplayName("what is gone cannot be changed")
    void absent() {
        RegionId unknown = new RegionId(77);
        assertTrue(
                refusal(new Edit.DeleteRegions(Projects.FIRST, Set.of(unknown))).contains("a.jpg"));
        assertTrue(refusal(new Edit.DeleteRegions(new ImageId("x"), Set.of(Projects.ONE)))
                .contains("x"));
        refusal(new Edit.RemoveImages(Set.of(new ImageId("x"))));
    }

    @Test
    @DisplayName("every kind of shape moves")
    void moves() {
        List<Shape> shapes = List.of(
                Projects.squareShape(10),
                new Shape.Rectangle(10, 20, 5, 6),
                new Shape.Circle(new Point(10, 20), 3),
                new Shape.Ellipse(new Point(10, 20), 3, 4, 0.5),
                new Shape.Polyline(List.of(new Point(10, 20), new Point(30, 40))),
                new Shape.PointShape(new Point(10, 20)));
        for (Shape shape : shapes) {
            Shape moved = ShapeMotion.translated(shape, 3, -2);
            assertEquals(shape.bounds().get().x1() + 3, moved.bounds().get().x1(), 1e-9);
            assertEquals(shape.bounds().get().y2() - 2, moved.bounds().get().y2(), 1e-9);
            assertEquals(shape, ShapeMotion.translated(moved, -3, 2));
        }
    }

    @Test
    void attributes() {
        Optional<AttributeValue> fire = Optional.of(new AttributeValue.Text("fire"));
        Project set = applied(new Edit.SetRegionAttribute(Projects.FIRST, Set.of(Projects.TWO), "class", fire))
                .next();
        assertEquals(Map.of("class", fire.get()), region(set, Projects.TWO).attributes());
        assertEquals(Map.of(), region(set, Projects.ONE).attributes());
        Project cleared = ((EditResult.Applied)
                        new Edit.SetRegionAttribute(Projects.FIRST, Set.of(Projects.TWO), "class", Optional.empty())
                                .applyTo(set))
                .next();
        assertEquals(project, cleared);
    }

    @Test
    void images() {
        ImageEntry third = new ImageEntry(new ImageId("c.jpg5"), "c.jpg", 5, List.of(), Map.of());
        Project more = applied(new Edit.AddImages(List.of(third))).next();
        assertEquals(3, more.images().size());
        assertInstanceOf(EditResult.Refused.class, new Edit.AddImages(List.of(third)).applyTo(more));
        assertEquals(project, ((EditResult.Applied) new Edit.RemoveImages(Set.of(third.id())).applyTo(more)).next());
    }

    @Test
    @DisplayName("of a compound either all is done or nothing")
    void compound() {
        Edit good = new Edit.DeleteRegions(Projects.FIRST, Set.of(Projects.ONE));
        Edit bad = new Edit.DeleteRegions(Projects.SECOND, Set.of(Projects.TWO));
        refusal(new Edit.Compound("both", List.of(good, bad)));
        EditResult.Applied done = applied(new Edit.Compound(
                "both", List.of(good, new Edit.DeleteRegions(Projects.FIRST, Set.of(Projects.TWO)))));
        assertEquals(0, done.next().regionCount());
        assertEquals(Set.of(Projects.ONE, Projects.TWO), done.touched().regions());
    }

    private EditResult.Applied applied(Edit edit) {
        return assertInstanceOf(EditResult.Applied.class, edit.applyTo(project));
    }

    private String refusal(Edit edit) {
        return assertInstanceOf(EditResult.Refused.class, edit.applyTo(project)).reason();
    }

    private static List<RegionId> ids(Project in, ImageId image) {
        return in.image(image).orElseThrow().regions().stream().map(Region::id).toList();
    }

    private static Region region(Project in, RegionId id) {
        return in.image(Projects.FIRST).orElseThrow().region(id).orElseThrow();
    }
}
