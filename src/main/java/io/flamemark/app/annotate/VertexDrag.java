package io.flamemark.app.annotate;

import io.flamemark.annotation.RegionId;
import io.flamemark.annotation.Shape;
import io.flamemark.edit.Edit;
import io.flamemark.edit.Gesture;
import io.flamemark.geometry.Point;
import java.util.Map;
import java.util.Optional;

/**
 * A vertex is held.
 *
 * @param shape the polygon as it would be if released now
 * @param grip from the mouse to the vertex at the press, so that the vertex does not jump
 * @param changed whether a release makes an edit
 * @param back the tool to return to
 */
record VertexDrag(
        RegionId region, Shape.Polygon shape, int index, Point grip, boolean changed, String description, Tool back)
        implements Tool {

    static VertexDrag of(RegionId region, Shape.Polygon shape, int index, Point at, Tool back) {
        return new VertexDrag(region, shape, index, grip(shape, index, at), false, "move a point", back);
    }

    /** A vertex that was not there before the press. */
    static VertexDrag ofInserted(RegionId region, Shape.Polygon shape, int index, Point at, Tool back) {
        return new VertexDrag(region, shape, index, grip(shape, index, at), true, "add a point", back);
    }

    @Override
    public boolean draws() {
        return back.draws();
    }

    @Override
    public Optional<Target> hover() {
        return Optional.of(new Target.Vertex(region, index));
    }

    @Override
    public Map<RegionId, Shape> preview() {
        return Map.of(region, shape);
    }

    @Override
    public Step on(Input input, ToolContext context) {
        if (input instanceof Input.Drag drag) {
            Point to = context.meant(drag.at().plus(grip.x(), grip.y()));
            Shape.Polygon next = new Shape.Polygon(shape.outline().withVertex(index, to));
            boolean moved = changed || !next.equals(shape);
            return Step.to(new VertexDrag(region, next, index, grip, moved, description, back));
        }
        if (input instanceof Input.Release) {
            return changed
                    ? Step.to(back)
                            .editing(new Edit.SetShape(context.image().id(), region, shape, description, Gesture.NONE))
                    : Step.to(back);
        }
        return Step.to(input instanceof Input.Cancel ? back : this);
    }

    private static Point grip(Shape.Polygon shape, int index, Point at) {
        Point vertex = shape.outline().vertices().get(index);
        return new Point(vertex.x() - at.x(), vertex.y() - at.y());
    }
}
