package io.flamemark.app.annotate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.flamemark.annotation.ImageEntry;
import io.flamemark.annotation.Region;
import io.flamemark.annotation.RegionId;
import io.flamemark.annotation.Shape;
import io.flamemark.edit.Edit;
import io.flamemark.edit.Gesture;
import io.flamemark.edit.Projects;
import io.flamemark.geometry.Point;
import io.flamemark.geometry.Polygon;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The tools as state machines, without a window: an image of 200 x 100 pixels with squares at 10..30 and 60..80. */
class ToolTest {

    private static final RegionId NEW = new RegionId(50);

    private final ImageEntry image = Projects.twoImages().images().get(0);
    private Tool tool = new SelectTool();
    private Step last;

    @Nested
    class Drawing {

        @Test
        @DisplayName("clicks are vertices; a click on the first one closes the polygon and selects it")
        void closesAtFirst() {
            tool = new PolygonTool();
            clicks(Set.of(), 100, 10, 150, 10, 150, 60, 101, 12);
            Edit.AddRegions add =
                    assertInstanceOf(Edit.AddRegions.class, last.edit().orElseThrow());
            assertEquals(List.of(polygon(100, 10, 150, 10, 150, 60)), shapes(add));
            assertEquals(Optional.of(Set.of(NEW)), last.selection());
            assertEquals(new PolygonTool(List.of(), ((PolygonTool) tool).cursor(), Optional.empty()), tool);
        }

        @Test
        @DisplayName("Enter and a double click close it too, without a doubled last vertex")
        void closesOtherwise() {
            tool = new PolygonTool();
            clicks(Set.of(), 100, 10, 150, 10, 150, 60);
            step(new Input.Finish(), Set.of());
            assertEquals(List.of(polygon(100, 10, 150, 10, 150, 60)), shapes((Edit.AddRegions)
                    last.edit().orElseThrow()));
            clicks(Set.of(), 20, 70, 40, 70, 40, 90);
            step(new Input.Press(new Point(40, 90), false, false, 2), Set.of());
            assertEquals(List.of(polygon(20, 70, 40, 70, 40, 90)), shapes((Edit.AddRegions)
                    last.edit().orElseThrow()));
        }

        @Test
        @DisplayName("two points do not close; a sentence says why, and nothing is lost")
        void twoPoints() {
            tool = new PolygonTool();
            clicks(Set.of(), 100, 10, 150, 10);
            step(new Input.Finish(), Set.of());
            assertTrue(last.edit().isEmpty());
            assertTrue(last.hint().orElseThrow().contains("three points"));
            clicks(Set.of(), 100, 10);
            assertTrue(last.hint().orElseThrow().contains("two points"));
            assertEquals(2, ((PolygonTool) tool).vertices().size());
        }

        @Test
        @DisplayName("clicks outside of the image land on its border")
        void clamps() {
            tool = new PolygonTool();
            clicks(Set.of(), -30, -5, 300, 40, 90, 1000);
            assertEquals(
                    List.of(new Point(0, 0), new Point(200, 40), new Point(90, 100)), ((PolygonTool) tool).vertices());
        }

        @Test
        @DisplayName("Backspace takes one point back, Esc the polygon, Esc again the tool")
        void backAndOut() {
            tool = new PolygonTool();
            clicks(Set.of(), 100, 10, 150, 10);
            step(new Input.StepBack(), Set.of());
            assertEquals(List.of(new Point(100, 10)), ((PolygonTool) tool).vertices());
            step(new Input.Cancel(), Set.of());
            assertFalse(((PolygonTool) tool).isDrawing());
            step(new Input.Cancel(), Set.of());
            assertInstanceOf(SelectTool.class, tool);
        }

        @Test
        @DisplayName("zoomed in, points lie on tenths of a pixel; else on whole ones")
        void precision() {
            Point at = new Point(10.4444, 20.5555);
            assertEquals(new Point(10, 21), context(Set.of(), 1).meant(at));
            assertEquals(new Point(10.4, 20.6), context(Set.of(), 8).meant(at));
        }

        @Test
        @DisplayName("with nothing begun, a vertex of the selected polygon can be put right, and drawing goes on")
        void correctsSelected() {
            tool = new PolygonTool();
            drag(Set.of(Projects.ONE), 30, 30, 40, 45);
            Edit.SetShape set =
                    assertInstanceOf(Edit.SetShape.class, last.edit().orElseThrow());
            assertEquals(polygon(10, 10, 30, 10, 40, 45, 10, 30), set.shape());
            assertInstanceOf(PolygonTool.class, tool);
        }
    }

    @Nested
    class Selecting {

        @Test
        @DisplayName("a click selects what is under it, a click beside selects nothing")
        void selects() {
            click(Set.of(), 20, 20);
            assertEquals(Optional.of(Set.of(Projects.ONE)), last.selection());
            step(press(150, 50), Set.of(Projects.ONE));
            assertEquals(Optional.of(Set.of()), last.selection());
            assertInstanceOf(BackgroundDrag.class, tool);
        }

        @Test
        @DisplayName("Shift adds to the selection and takes away")
        void shift() {
            step(new Input.Press(new Point(70, 70), false, true, 1), Set.of(Projects.ONE));
            assertEquals(Optional.of(Set.of(Projects.ONE, Projects.TWO)), last.selection());
            step(new Input.Press(new Point(70, 70), false, true, 1), Set.of(Projects.ONE, Projects.TWO));
            assertEquals(Optional.of(Set.of(Projects.ONE)), last.selection());
        }

        @Test
        @DisplayName("a drag moves the region as one edit, and never out of the image")
        void move() {
            drag(Set.of(), 20, 20, 25, 22);
            assertEquals(move(5, 2), last.edit().orElseThrow());
            drag(Set.of(Projects.ONE), 20, 20, -100, 20);
            assertEquals(move(-10, 0), last.edit().orElseThrow());
        }

        @Test
        @DisplayName("a trembling click moves nothing")
        void tremble() {
            drag(Set.of(), 20, 20, 21, 21);
            assertTrue(last.edit().isEmpty());
        }

        @Test
        @DisplayName("Esc during a drag leaves everything as it was")
        void cancelDrag() {
            step(press(20, 20), Set.of());
            step(new Input.Drag(new Point(60, 60)), Set.of(Projects.ONE));
            assertFalse(tool.preview().isEmpty());
            step(new Input.Cancel(), Set.of(Projects.ONE));
            assertTrue(last.edit().isEmpty());
            assertInstanceOf(SelectTool.class, tool);
        }

        @Test
        @DisplayName("the middle of an edge becomes a vertex where it is dragged to")
        void midpoint() {
            double scale = 4;
            Set<RegionId> one = Set.of(Projects.ONE);
            step(press(20, 10), one, scale);
            step(new Input.Drag(new Point(20, 2)), one, scale);
            step(new Input.Release(new Point(20, 2)), one, scale);
            Edit.SetShape set =
                    assertInstanceOf(Edit.SetShape.class, last.edit().orElseThrow());
            assertEquals(polygon(10, 10, 20, 2, 30, 10, 30, 30, 10, 30), set.shape());
        }

        @Test
        @DisplayName("Ctrl adds a vertex on an edge and deletes one, but never the third last")
        void alter() {
            Set<RegionId> one = Set.of(Projects.ONE);
            step(new Input.Press(new Point(20, 9), true, false, 1), one);
            Edit.SetShape added =
                    assertInstanceOf(Edit.SetShape.class, last.edit().orElseThrow());
            assertEquals(polygon(10, 10, 20, 10, 30, 10, 30, 30, 10, 30), added.shape());
            step(new Input.Press(new Point(30, 10), true, false, 1), one);
            Edit.SetShape deleted =
                    assertInstanceOf(Edit.SetShape.class, last.edit().orElseThrow());
            assertEquals(polygon(10, 10, 30, 30, 10, 30), deleted.shape());
        }

        @Test
        @DisplayName("a triangle keeps its vertices, and a sentence says how to delete it")
        void triangle() {
            Region triangle = new Region(Projects.ONE, polygon(10, 10, 60, 10, 10, 60), Map.of());
            ToolContext context = new ToolContext(
                    image.withRegions(List.of(triangle)), 200, 100, 1, Set.of(Projects.ONE), Map::of, () -> NEW);
            Step step = new SelectTool().on(new Input.Press(new Point(10, 10), true, false, 1), context);
            assertTrue(step.edit().isEmpty());
            assertTrue(step.hint().orElseThrow().contains("Delete"));
        }

        @Test
        @DisplayName("a second click goes to the region below")
        void below() {
            Region under = Projects.square(Projects.ONE, 10);
            Region over = Projects.square(Projects.TWO, 15);
            ImageEntry stacked = image.withRegions(List.of(under, over));
            ToolContext context = new ToolContext(stacked, 200, 100, 1, Set.of(Projects.TWO), Map::of, () -> NEW);
            Step pressed = new SelectTool().on(press(24, 22), context);
            Step released = pressed.next().on(new Input.Release(new Point(24, 22)), context);
            assertEquals(Optional.of(Set.of(Projects.ONE)), released.selection());
        }

        @Test
        @DisplayName("lines, points, rectangles and circles can be hit where they are drawn, and only there")
        void otherShapes() {
            assertHit(
                    new Shape.Polyline(List.of(new Point(0, 0), new Point(100, 0), new Point(100, 80))), 50, 3, 50, 40);
            assertHit(new Shape.PointShape(new Point(50, 50)), 52, 52, 70, 70);
            assertHit(new Shape.Rectangle(10, 10, 50, 30), 30, 20, 80, 20);
            assertHit(new Shape.Circle(new Point(100, 50), 20), 110, 55, 119, 69);
            assertHit(new Shape.Ellipse(new Point(100, 50), 40, 10, Math.PI / 2), 100, 85, 135, 50);
        }

        private void assertHit(Shape shape, double x, double y, double missX, double missY) {
            ToolContext context = new ToolContext(
                    image.withRegions(List.of(new Region(NEW, shape, Map.of()))),
                    200,
                    100,
                    1,
                    Set.of(),
                    Map::of,
                    () -> NEW);
            assertEquals(List.of(NEW), Targets.bodiesUnder(new Point(x, y), context), shape::toString);
            assertEquals(List.of(), Targets.bodiesUnder(new Point(missX, missY), context), shape::toString);
        }

        private Edit move(double dx, double dy) {
            return new Edit.MoveRegions(Projects.FIRST, Set.of(Projects.ONE), dx, dy, Gesture.NONE);
        }
    }

    private void clicks(Set<RegionId> selection, double... xy) {
        for (int i = 0; i < xy.length; i += 2) {
            click(selection, xy[i], xy[i + 1]);
        }
    }

    /** Press and release; {@link #last} is what the press led to, unless the release did something. */
    private void click(Set<RegionId> selection, double x, double y) {
        step(press(x, y), selection);
        Step pressed = last;
        step(new Input.Release(new Point(x, y)), selection);
        if (last.edit().isEmpty() && last.selection().isEmpty() && last.hint().isEmpty()) {
            last = pressed;
        }
    }

    private void drag(Set<RegionId> selection, double x, double y, double toX, double toY) {
        step(press(x, y), selection);
        step(new Input.Drag(new Point(toX, toY)), selection);
        step(new Input.Release(new Point(toX, toY)), selection);
    }

    private static Input.Press press(double x, double y) {
        return new Input.Press(new Point(x, y), false, false, 1);
    }

    private void step(Input input, Set<RegionId> selection) {
        step(input, selection, 1);
    }

    private void step(Input input, Set<RegionId> selection, double scale) {
        last = tool.on(input, context(selection, scale));
        tool = last.next();
    }

    private ToolContext context(Set<RegionId> selection, double scale) {
        return new ToolContext(image, 200, 100, scale, selection, Map::of, () -> NEW);
    }

    private static Shape polygon(double... xy) {
        return new Shape.Polygon(Polygon.of(xy));
    }

    private static List<Shape> shapes(Edit.AddRegions add) {
        return add.regions().stream().map(Region::shape).toList();
    }
}
