package io.flamemark.exchange.part;

import io.flamemark.annotation.Shape;
import io.flamemark.geometry.Mask;
import io.flamemark.geometry.MaskTracer;
import io.flamemark.geometry.Point;
import io.flamemark.geometry.Polygon;
import io.flamemark.geometry.PolygonRasterizer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * Masks as shapes that fill exactly the same pixels (by {@link PolygonRasterizer}): a shape for each blob, largest
 * first. VIA has no holes, so a hole is joined to the outline by a cut of no width, there and back, which fills nothing.
 *
 * @param shapes rectangles where a blob is one, else polygons
 * @param filledHoles how many of the smallest holes of a blob full of them were filled instead
 */
public record TracedShapes(List<Shape> shapes, int filledHoles) {

    /** More cuts than this make an outline that nobody can edit. */
    private static final int MOST_CUTS = 500;

    /** Shapes for all blobs of a mask. */
    public static TracedShapes of(Mask mask) {
        List<Shape> shapes = new ArrayList<>();
        int filled = 0;
        for (Polygon outer : MaskTracer.trace(mask)) {
            List<Polygon> holes = holes(outer, mask);
            List<Point> outline = new ArrayList<>(outer.vertices());
            for (Polygon hole : holes.subList(0, Math.min(holes.size(), MOST_CUTS))) {
                outline = joined(outline, hole);
            }
            filled += Math.max(0, holes.size() - MOST_CUTS);
            shapes.add(Outlines.rectangleOrPolygon(turnedToTopLeft(outline)));
        }
        return new TracedShapes(shapes, filled);
    }

    /** What the outline encloses and the mask does not have, with what lies inside that; largest first. */
    private static List<Polygon> holes(Polygon outer, Mask mask) {
        int right = (int) outer.bounds().x2();
        int bottom = (int) outer.bounds().y2();
        Mask filled = PolygonRasterizer.rasterize(outer, right, bottom);
        BitSet missing = filled.toBitSet();
        for (int i = missing.nextSetBit(0); i >= 0; i = missing.nextSetBit(i + 1)) {
            if (mask.get(filled.left() + i % filled.width(), filled.top() + i / filled.width())) {
                missing.clear(i);
            }
        }
        Mask rest = new Mask(filled.left(), filled.top(), filled.width(), filled.height(), missing);
        return missing.isEmpty() ? List.of() : MaskTracer.trace(rest);
    }

    /** The outline with a way to the hole, around it the other way round, and back. */
    private static List<Point> joined(List<Point> outline, Polygon hole) {
        List<Point> inner = new ArrayList<>(hole.vertices());
        Collections.reverse(inner);
        Point gate = inner.get(0);
        int nearest = nearest(outline, gate);
        List<Point> joined = new ArrayList<>(outline.size() + inner.size() + 2);
        joined.addAll(outline.subList(0, nearest + 1));
        joined.addAll(inner);
        joined.add(gate);
        joined.addAll(outline.subList(nearest, outline.size()));
        return joined;
    }

    private static int nearest(List<Point> outline, Point to) {
        int nearest = 0;
        double least = Double.MAX_VALUE;
        for (int i = 0; i < outline.size(); i++) {
            double dx = outline.get(i).x() - to.x();
            double dy = outline.get(i).y() - to.y();
            if (dx * dx + dy * dy < least) {
                least = dx * dx + dy * dy;
                nearest = i;
            }
        }
        return nearest;
    }

    /** The same outline from its top left corner on. */
    private static List<Point> turnedToTopLeft(List<Point> outline) {
        Point first = outline.stream()
                .min(Comparator.comparingDouble(Point::y).thenComparingDouble(Point::x))
                .orElseThrow();
        List<Point> turned = new ArrayList<>(outline);
        Collections.rotate(turned, -outline.indexOf(first));
        return turned;
    }
}
