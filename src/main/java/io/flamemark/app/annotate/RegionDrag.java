package io.flamemark.app.annotate;

import io.flamemark.annotation.Region;
import io.flamemark.annotation.RegionId;
import io.flamemark.annotation.Shape;
import io.flamemark.edit.Edit;
import io.flamemark.edit.Gesture;
import io.flamemark.edit.ShapeMotion;
import io.flamemark.geometry.Point;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Regions are held. Released where they were, the press was a click: it selects, and a click on what was already
 * selected goes to the next region below it.
 *
 * @param shapes the regions' shapes at the press
 * @param held the region pressed on, if it was selected before
 * @param moved whether the mouse went far enough to mean a move
 */
record RegionDrag(Map<RegionId, Shape> shapes, Point from, Point by, Optional<RegionId> held, boolean moved)
        implements Tool {

    /** Screen pixels the mouse may tremble during a click. */
    private static final double TREMBLE = 3;

    static RegionDrag of(Set<RegionId> regions, Point at, ToolContext context, Optional<RegionId> held) {
        Map<RegionId, Shape> shapes = new LinkedHashMap<>();
        for (Region region : context.image().regions()) {
            if (regions.contains(region.id())) {
                shapes.put(region.id(), region.shape());
            }
        }
        return new RegionDrag(shapes, at, new Point(0, 0), held, false);
    }

    @Override
    public boolean draws() {
        return false;
    }

    @Override
    public Map<RegionId, Shape> preview() {
        Map<RegionId, Shape> preview = new LinkedHashMap<>();
        shapes.forEach((id, shape) -> preview.put(id, ShapeMotion.translated(shape, by.x(), by.y())));
        return preview;
    }

    @Override
    public Step on(Input input, ToolContext context) {
        if (input instanceof Input.Drag drag) {
            return Step.to(dragged(drag.at(), context));
        }
        if (input instanceof Input.Release release) {
            return moved ? Step.to(new SelectTool()).editing(move(context)) : clicked(release.at(), context);
        }
        return Step.to(input instanceof Input.Cancel ? new SelectTool() : this);
    }

    private RegionDrag dragged(Point at, ToolContext context) {
        double dx = at.x() - from.x();
        double dy = at.y() - from.y();
        boolean far = moved || Math.hypot(dx, dy) * context.scale() >= TREMBLE;
        Point wanted = far ? MoveLimits.within(shapes.values(), dx, dy, context) : by;
        return new RegionDrag(shapes, from, wanted, held, far);
    }

    private Edit move(ToolContext context) {
        return new Edit.MoveRegions(context.image().id(), shapes.keySet(), by.x(), by.y(), Gesture.NONE);
    }

    private Step clicked(Point at, ToolContext context) {
        Step done = Step.to(new SelectTool(Targets.under(at, context)));
        List<RegionId> under = Targets.bodiesUnder(at, context);
        int was = held.map(under::indexOf).orElse(-1);
        return was < 0 ? done : done.selecting(Set.of(under.get((was + 1) % under.size())));
    }
}
