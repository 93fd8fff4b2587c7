package io.flamemark.app.annotate;

import io.flamemark.annotation.Region;
import io.flamemark.annotation.RegionId;
import io.flamemark.annotation.Shape;
import io.flamemark.annotation.ShapeOutline;
import io.flamemark.geometry.HitTester;
import io.flamemark.geometry.Point;
import io.flamemark.geometry.Polygon;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Finds what lies under the mouse: handles of the selected region before regions, upper regions before lower ones. */
final class Targets {

    /** Edges shorter than this on the screen get no handle in their middle: it would cover the vertices. */
    private static final double SHORTEST_EDGE_WITH_HANDLE = 34;

    private Targets() {}

    static Optional<Target> under(Point at, ToolContext context) {
        Optional<Target> handle = handleUnder(at, context);
        return handle.isPresent()
                ? handle
                : bodiesUnder(at, context).stream().findFirst().map(Target.Body::new);
    }

    /** A vertex or the middle of an edge of the one selected polygon. */
    static Optional<Target> handleUnder(Point at, ToolContext context) {
        return editable(context).flatMap(region -> {
            Polygon outline = ((Shape.Polygon) region.shape()).outline();
            OptionalInt vertex = HitTester.nearestVertex(outline, at, context.reach());
            if (vertex.isPresent()) {
                return Optional.of(new Target.Vertex(region.id(), vertex.getAsInt()));
            }
            return midpoints(region.id(), outline, context.scale()).stream()
                    .filter(m -> m.at().distanceTo(at) <= context.reach())
                    .findFirst()
                    .map(m -> (Target) m);
        });
    }

    /** The edge of the one selected polygon near a place, where a vertex can be added. */
    static Optional<HitTester.EdgeHit> edgeUnder(Point at, ToolContext context) {
        return editable(context)
                .flatMap(r -> HitTester.nearestEdge(((Shape.Polygon) r.shape()).outline(), at, context.reach()));
    }

    /** The one selected region, if it is a polygon: the only one whose vertices can be grasped. */
    static Optional<Region> editable(ToolContext context) {
        return context.selection().size() != 1
                ? Optional.empty()
                : context.image()
                        .region(context.selection().iterator().next())
                        .filter(r -> r.shape() instanceof Shape.Polygon);
    }

    /** Handles in the middle of edges that are long enough on the screen. */
    static List<Target.Midpoint> midpoints(RegionId region, Polygon outline, double scale) {
        List<Target.Midpoint> handles = new ArrayList<>();
        for (int i = 0; i < outline.size(); i++) {
            Point a = outline.vertices().get(i);
            Point b = outline.vertices().get((i + 1) % outline.size());
            if (a.distanceTo(b) * scale >= SHORTEST_EDGE_WITH_HANDLE) {
                handles.add(new Target.Midpoint(region, i, new Point((a.x() + b.x()) / 2, (a.y() + b.y()) / 2)));
            }
        }
        return handles;
    }

    /** All regions under a place, the uppermost first. */
    static List<RegionId> bodiesUnder(Point at, ToolContext context) {
        List<RegionId> hits = new ArrayList<>();
        List<Region> regions = context.image().regions();
        for (int i = regions.size() - 1; i >= 0; i--) {
            if (covers(regions.get(i).shape(), at, context.reach())) {
                hits.add(regions.get(i).id());
            }
        }
        return hits;
    }

    private static boolean covers(Shape shape, Point at, double reach) {
        if (shape instanceof Shape.PointShape point) {
            return point.at().distanceTo(at) <= reach;
        }
        if (shape instanceof Shape.Polyline line) {
            return HitTester.nearestEdge(thereAndBack(line.points()), at, reach).isPresent();
        }
        return ShapeOutline.polygonOf(shape)
                .filter(p -> HitTester.contains(p, at)
                        || HitTester.nearestEdge(p, at, reach / 2).isPresent())
                .isPresent();
    }

    /** A line as a polygon without inside, so that it has no closing edge to be hit. */
    private static Polygon thereAndBack(List<Point> points) {
        List<Point> all = new ArrayList<>(points);
        for (int i = points.size() - 2; i > 0; i--) {
            all.add(points.get(i));
        }
        return new Polygon(all);
    }
}
