package io.flamemark.geometry;

import java.util.Arrays;
import java.util.List;

/**
 * Fills polygons exactly as pycocotools does ({@code rleFrPoly} in its {@code maskApi.c}), so that scores agree with
 * COCO's to the last bit: vertices are rounded on a grid five times finer than the pixels, the outline is walked on
 * that grid, and where it passes the middle of a pixel column the fill toggles there. Along outlines this differs from
 * the pixel-centre rule of {@link PolygonRasterizer}.
 */
public final class CocoPolygonRasterizer {

    private static final int SCALE = 5;

    /** Vertices farther out are moved here: an outline is walked step by step, and files may hold anything. */
    private static final double FARTHEST = 100_000;

    private final int width;
    private final int height;

    /** Column-major positions at which the fill toggles; the first {@code size} are in use. */
    private int[] toggles = new int[64];

    private int size;
    private int previousX;
    private int previousY;
    private boolean started;

    private CocoPolygonRasterizer(int width, int height) {
        this.width = width;
        this.height = height;
    }

    /** The pixels of one polygon in an image of {@code width x height}. */
    public static RunLengthMask rasterize(Polygon polygon, int width, int height) {
        return new CocoPolygonRasterizer(width, height).fill(polygon.vertices());
    }

    /** The union of several polygons in an image of {@code width x height}. */
    public static RunLengthMask rasterize(List<Polygon> parts, int width, int height) {
        RunLengthMask all = RunLengthMask.empty(width, height);
        for (Polygon part : parts) {
            all = all.union(rasterize(part, width, height));
        }
        return all;
    }

    private RunLengthMask fill(List<Point> vertices) {
        for (int i = 0; i < vertices.size(); i++) {
            Point from = vertices.get(i);
            Point to = vertices.get((i + 1) % vertices.size());
            walk(onGrid(from.x()), onGrid(from.y()), onGrid(to.x()), onGrid(to.y()));
        }
        Arrays.sort(toggles, 0, size);
        return RunLengthMask.ofToggles(Arrays.copyOf(toggles, size), width, height);
    }

    /** Rounds toward zero after adding a half, as C's cast does; this is not {@link Math#round} left of the image. */
    private static int onGrid(double coordinate) {
        return (int) (SCALE * Math.max(-FARTHEST, Math.min(FARTHEST, coordinate)) + 0.5);
    }

    /**
     * Visits the grid points of an edge, one a step along its longer axis. The other axis is always computed from the
     * smaller end, so that an edge gives the same points in both directions.
     */
    private void walk(int fromX, int fromY, int toX, int toY) {
        int dx = Math.abs(toX - fromX);
        int dy = Math.abs(toY - fromY);
        boolean alongX = dx >= dy;
        boolean backwards = alongX ? fromX > toX : fromY > toY;
        int lowX = backwards ? toX : fromX;
        int lowY = backwards ? toY : fromY;
        int highX = backwards ? fromX : toX;
        int highY = backwards ? fromY : toY;
        int steps = Math.max(dx, dy);
        double slope = alongX ? (double) (highY - lowY) / dx : (double) (highX - lowX) / dy;
        for (int d = 0; d <= steps; d++) {
            int t = backwards ? steps - d : d;
            if (alongX) {
                visit(lowX + t, (int) (lowY + slope * t + 0.5));
            } else {
                visit((int) (lowX + slope * t + 0.5), lowY + t);
            }
        }
    }

    private void visit(int x, int y) {
        if (started && x != previousX) {
            toggleBetween(previousX, previousY, x, y);
        }
        started = true;
        previousX = x;
        previousY = y;
    }

    /** A step to a neighbouring fine column toggles a pixel column if it is that column's middle one. */
    private void toggleBetween(int fromX, int fromY, int toX, int toY) {
        double column = ((fromX < toX ? toX - 1 : toX) + 0.5) / SCALE - 0.5;
        if (column != Math.floor(column) || column < 0 || column > width - 1) {
            return;
        }
        double row = (Math.min(fromY, toY) + 0.5) / SCALE - 0.5;
        add((int) column * height + (int) Math.ceil(Math.max(0, Math.min(height, row))));
    }

    private void add(int position) {
        if (size == toggles.length) {
            toggles = Arrays.copyOf(toggles, size * 2);
        }
        toggles[size++] = position;
    }
}
