package io.flamemark.app.annotate;

import io.flamemark.annotation.Region;
import io.flamemark.annotation.RegionId;
import io.flamemark.annotation.Shape;
import io.flamemark.edit.Edit;
import io.flamemark.edit.Gesture;
import io.flamemark.geometry.HitTester;
import io.flamemark.geometry.Point;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Points at regions, waiting for a press: the tool for selecting and changing what is there. */
record SelectTool(Optional<Target> hover) implements Tool {

    SelectTool() {
        this(Optional.empty());
    }

    @Override
    public boolean draws() {
        return false;
    }

    @Override
    public Step on(Input input, ToolContext context) {
        if (input instanceof Input.Press press) {
            return pressed(press, context);
        }
        if (input instanceof Input.Move move) {
            return Step.to(new SelectTool(Targets.under(move.at(), context)));
        }
        if (input instanceof Input.Leave) {
            return Step.to(new SelectTool());
        }
        return input instanceof Input.Cancel ? Step.to(this).selecting(Set.of()) : Step.to(this);
    }

    private Step pressed(Input.Press press, ToolContext context) {
        Optional<Step> handle = onHandle(press, context, new SelectTool());
        if (handle.isPresent()) {
            return handle.get();
        }
        Optional<RegionId> hit =
                Targets.bodiesUnder(press.at(), context).stream().findFirst();
        if (hit.isEmpty()) {
            Step background = Step.to(new BackgroundDrag(new SelectTool()));
            return press.extend() ? background : background.selecting(Set.of());
        }
        return onBody(press, hit.get(), context);
    }

    /** What a press does on a vertex, on the middle of an edge, or with Ctrl on an edge of the selected polygon. */
    static Optional<Step> onHandle(Input.Press press, ToolContext context, Tool back) {
        Optional<Region> editable = Targets.editable(context);
        if (editable.isEmpty()) {
            return Optional.empty();
        }
        Region region = editable.get();
        Shape.Polygon polygon = (Shape.Polygon) region.shape();
        Optional<Target> handle = Targets.handleUnder(press.at(), context);
        if (handle.isPresent() && handle.get() instanceof Target.Vertex vertex) {
            return Optional.of(
                    press.alter()
                            ? deleting(region, polygon, vertex.index(), context, back)
                            : Step.to(VertexDrag.of(region.id(), polygon, vertex.index(), press.at(), back)));
        }
        if (press.alter()) {
            return Targets.edgeUnder(press.at(), context).map(hit -> inserting(region, polygon, hit, context, back));
        }
        return handle.map(target -> grasping((Target.Midpoint) target, polygon, press.at(), context, back));
    }

    private static Step grasping(
            Target.Midpoint middle, Shape.Polygon polygon, Point at, ToolContext context, Tool back) {
        Shape.Polygon grown =
                new Shape.Polygon(polygon.outline().withInserted(middle.edge() + 1, context.meant(middle.at())));
        return Step.to(VertexDrag.ofInserted(middle.region(), grown, middle.edge() + 1, at, back));
    }

    private static Step inserting(
            Region region, Shape.Polygon polygon, HitTester.EdgeHit hit, ToolContext context, Tool back) {
        Shape grown = new Shape.Polygon(polygon.outline().withInserted(hit.edge() + 1, context.meant(hit.foot())));
        return Step.to(back)
                .editing(new Edit.SetShape(context.image().id(), region.id(), grown, "add a point", Gesture.NONE));
    }

    private static Step deleting(Region region, Shape.Polygon polygon, int vertex, ToolContext context, Tool back) {
        if (polygon.outline().size() <= 3) {
            return Step.to(back)
                    .saying("A polygon needs at least three points. Press Delete to remove the whole region.");
        }
        Shape shrunk = new Shape.Polygon(polygon.outline().without(vertex));
        return Step.to(back)
                .editing(new Edit.SetShape(context.image().id(), region.id(), shrunk, "delete a point", Gesture.NONE));
    }

    private static Step onBody(Input.Press press, RegionId hit, ToolContext context) {
        Set<RegionId> selected = new LinkedHashSet<>(context.selection());
        if (press.extend()) {
            if (!selected.remove(hit)) {
                selected.add(hit);
            }
            return Step.to(new SelectTool()).selecting(selected);
        }
        // A press on what is selected may begin a move of it, even where another region lies above.
        Optional<RegionId> held = Targets.bodiesUnder(press.at(), context).stream()
                .filter(selected::contains)
                .findFirst();
        Set<RegionId> moving = held.isPresent() ? selected : Set.of(hit);
        return Step.to(RegionDrag.of(moving, press.at(), context, held)).selecting(moving);
    }
}
