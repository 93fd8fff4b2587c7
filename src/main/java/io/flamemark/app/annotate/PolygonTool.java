package io.flamemark.app.annotate;

import io.flamemark.annotation.Region;
import io.flamemark.annotation.RegionId;
import io.flamemark.annotation.Shape;
import io.flamemark.edit.Edit;
import io.flamemark.geometry.Point;
import io.flamemark.geometry.Polygon;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Draws polygons: each click is a vertex; a click on the first vertex, a double click or Enter closes it. While nothing
 * is begun, the handles of the selected polygon can be grasped, so that the one just drawn is put right at once.
 *
 * @param vertices placed so far
 * @param cursor where the next one would be, while the mouse is over the canvas
 */
record PolygonTool(List<Point> vertices, Optional<Point> cursor, Optional<Target> hover) implements Tool {

    private static final int FEWEST = 3;

    PolygonTool {
        vertices = List.copyOf(vertices);
    }

    PolygonTool() {
        this(List.of(), Optional.empty(), Optional.empty());
    }

    @Override
    public boolean draws() {
        return true;
    }

    boolean isDrawing() {
        return !vertices.isEmpty();
    }

    /** Whether a click here would close the polygon. */
    boolean wouldClose(double reach) {
        return vertices.size() >= FEWEST
                && cursor.filter(c -> c.distanceTo(vertices.get(0)) <= reach).isPresent();
    }

    @Override
    public Step on(Input input, ToolContext context) {
        if (input instanceof Input.Press press) {
            return pressed(press, context);
        }
        if (input instanceof Input.Move move) {
            return Step.to(movedTo(move.at(), context));
        }
        if (input instanceof Input.Drag drag) {
            return Step.to(movedTo(drag.at(), context));
        }
        if (input instanceof Input.Leave) {
            return Step.to(new PolygonTool(vertices, Optional.empty(), Optional.empty()));
        }
        if (input instanceof Input.Finish) {
            return isDrawing() ? closed(context) : Step.to(this);
        }
        if (input instanceof Input.StepBack) {
            return Step.to(isDrawing() ? with(vertices.subList(0, vertices.size() - 1)) : this);
        }
        if (input instanceof Input.Cancel) {
            return Step.to(isDrawing() ? with(List.of()) : new SelectTool());
        }
        return Step.to(this);
    }

    private Step pressed(Input.Press press, ToolContext context) {
        if (!isDrawing()) {
            Optional<Step> handle = SelectTool.onHandle(press, context, this);
            if (handle.isPresent()) {
                return handle.get();
            }
        }
        Point at = context.meant(press.at());
        if (isDrawing() && press.clicks() == 2) {
            return closed(context);
        }
        if (isDrawing() && at.distanceTo(vertices.get(0)) <= context.reach()) {
            return closed(context);
        }
        // A second vertex on the same pixel would be invisible and hard to get rid of.
        if (isDrawing() && at.equals(vertices.get(vertices.size() - 1))) {
            return Step.to(this);
        }
        List<Point> more = new ArrayList<>(vertices);
        more.add(at);
        return Step.to(new PolygonTool(more, Optional.of(at), Optional.empty())).selecting(Set.of());
    }

    private PolygonTool movedTo(Point at, ToolContext context) {
        Optional<Target> handle = isDrawing() ? Optional.empty() : Targets.handleUnder(at, context);
        return new PolygonTool(vertices, Optional.of(context.meant(at)), handle);
    }

    private PolygonTool with(List<Point> next) {
        return new PolygonTool(next, cursor, Optional.empty());
    }

    private Step closed(ToolContext context) {
        if (vertices.size() < FEWEST) {
            String points = vertices.size() == 1 ? "one point" : "two points";
            return Step.to(this)
                    .saying("A polygon needs at least three points, this one has " + points
                            + ". Click to add more, or press Esc to leave it.");
        }
        RegionId id = context.newId().get();
        Region region = new Region(
                id,
                new Shape.Polygon(new Polygon(vertices)),
                context.newAttributes().get());
        return Step.to(with(List.of()))
                .editing(new Edit.AddRegions(context.image().id(), List.of(region), "draw a polygon"))
                .selecting(Set.of(id));
    }
}
