package io.flamemark.geometry;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Fills polygons by the pixel-centre rule: a pixel belongs to a polygon when its centre lies inside by the even-odd
 * rule. A centre exactly on an edge belongs to the polygon on its right or below, so polygons that share an edge
 * neither overlap nor leave a gap. This is the rule of screen graphics; {@link CocoPolygonRasterizer} follows
 * pycocotools, which differs along the outline.
 */
public final class PolygonRasterizer {

    private final Window window;
    private final BitSet bits;

    private PolygonRasterizer(Window window) {
        this.window = window;
        this.bits = new BitSet(window.width * window.height);
    }

    /** The pixels of one polygon inside an image of {@code width x height}; the mask's window fits the polygon. */
    public static Mask rasterize(Polygon polygon, int width, int height) {
        return rasterize(List.of(polygon), width, height);
    }

    /** The pixels of the union of several polygons inside an image of {@code width x height}. */
    public static Mask rasterize(List<Polygon> parts, int width, int height) {
        Window window = Window.around(parts, width, height);
        PolygonRasterizer rasterizer = new PolygonRasterizer(window);
        parts.forEach(rasterizer::fill);
        return new Mask(window.left, window.top, window.width, window.height, rasterizer.bits);
    }

    /** Sorts each edge's crossings into the rows it spans: the work grows with the outline, not as rows x edges. */
    private void fill(Polygon polygon) {
        int[] rowEnds = new int[window.height + 1];
        forEachCrossing(polygon, (row, x) -> rowEnds[row + 1]++);
        for (int row = 0; row < window.height; row++) {
            rowEnds[row + 1] += rowEnds[row];
        }
        double[] crossings = new double[rowEnds[window.height]];
        int[] next = rowEnds.clone();
        forEachCrossing(polygon, (row, x) -> crossings[next[row]++] = x);
        for (int row = 0; row < window.height; row++) {
            Arrays.sort(crossings, rowEnds[row], rowEnds[row + 1]);
            for (int i = rowEnds[row]; i + 1 < rowEnds[row + 1]; i += 2) {
                fillSpan(row, crossings[i], crossings[i + 1]);
            }
        }
    }

    private void forEachCrossing(Polygon polygon, CrossingSink sink) {
        List<Point> points = polygon.vertices();
        for (int i = 0; i < points.size(); i++) {
            Point a = points.get(i);
            Point b = points.get((i + 1) % points.size());
            if (a.y() == b.y()) {
                continue;
            }
            int first = Math.max(window.top, firstCentreFrom(Math.min(a.y(), b.y()))) - window.top;
            int end = Math.min(window.top + window.height, firstCentreFrom(Math.max(a.y(), b.y()))) - window.top;
            double slope = (b.x() - a.x()) / (b.y() - a.y());
            for (int row = first; row < end; row++) {
                sink.crossing(row, a.x() + (window.top + row + 0.5 - a.y()) * slope);
            }
        }
    }

    private void fillSpan(int row, double x1, double x2) {
        int from = Math.max(window.left, firstCentreFrom(x1)) - window.left;
        int to = Math.min(window.left + window.width, firstCentreFrom(x2)) - window.left;
        if (from < to) {
            bits.set(row * window.width + from, row * window.width + to);
        }
    }

    /** The first pixel whose centre is at or after the coordinate. */
    private static int firstCentreFrom(double coordinate) {
        return (int) Math.ceil(coordinate - 0.5);
    }

    private interface CrossingSink {
        void crossing(int row, double x);
    }

    /** The part of the image that the polygons can touch. */
    private record Window(int left, int top, int width, int height) {

        static Window around(List<Polygon> parts, int imageWidth, int imageHeight) {
            List<Point> points =
                    parts.stream().flatMap(p -> p.vertices().stream()).toList();
            if (points.isEmpty()) {
                return new Window(0, 0, 0, 0);
            }
            Box box = Box.around(points).clippedTo(imageWidth, imageHeight);
            int left = (int) Math.floor(box.x1());
            int top = (int) Math.floor(box.y1());
            return new Window(left, top, (int) Math.ceil(box.x2()) - left, (int) Math.ceil(box.y2()) - top);
        }
    }
}
