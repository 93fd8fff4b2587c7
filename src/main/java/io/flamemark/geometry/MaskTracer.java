package io.flamemark.geometry;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Turns a mask into polygons: the outer contour of each blob of pixels joined by their sides, along the edges between
 * pixels. Vertices are whole numbers, clockwise on the screen, one at each corner; filling a contour with
 * {@link PolygonRasterizer} gives back exactly its blob with the holes filled. Pixels that touch at a corner only are
 * two blobs; a blob that touches itself so has a contour that visits the corner twice without crossing itself.
 *
 * <p>Method: every side of a pixel towards an unset neighbour is an edge directed with the pixel on its right; edges
 * chain to closed loops, and loops that run clockwise are outer ones.
 */
public final class MaskTracer {

    private static final int RIGHT = 0;
    private static final int DOWN = 1;
    private static final int LEFT = 2;
    private static final int UP = 3;
    private static final int[] DX = {1, 0, -1, 0};
    private static final int[] DY = {0, 1, 0, -1};

    private final Mask mask;

    /** Upper pixel edges no loop has passed yet, by row-major pixel of the window. Every loop has at least one. */
    private final BitSet upperEdges;

    private MaskTracer(Mask mask) {
        this.mask = mask;
        this.upperEdges = upperEdgesOf(mask);
    }

    /** The outer contours, largest area first. */
    public static List<Polygon> trace(Mask mask) {
        return new MaskTracer(mask.trimmed()).outerLoops();
    }

    /** The outer contour of the largest blob, if any pixel is set. */
    public static Optional<Polygon> largest(Mask mask) {
        return trace(mask).stream().findFirst();
    }

    private static BitSet upperEdgesOf(Mask mask) {
        BitSet edges = mask.toBitSet();
        BitSet bits = mask.toBitSet();
        for (int i = bits.nextSetBit(mask.width()); i >= 0; i = bits.nextSetBit(i + 1)) {
            if (bits.get(i - mask.width())) {
                edges.clear(i);
            }
        }
        return edges;
    }

    private List<Polygon> outerLoops() {
        record Loop(Polygon polygon, double area) {}
        List<Loop> loops = new ArrayList<>();
        for (int i = upperEdges.nextSetBit(0); i >= 0; i = upperEdges.nextSetBit(i + 1)) {
            List<Point> corners = follow(i % mask.width() + mask.left(), i / mask.width() + mask.top());
            Polygon loop = new Polygon(corners);
            double area = loop.signedArea();
            if (area > 0) {
                loops.add(new Loop(loop, area));
            }
        }
        return loops.stream()
                .sorted(Comparator.comparingDouble(Loop::area).reversed())
                .map(Loop::polygon)
                .toList();
    }

    /** Follows the loop that begins with the upper edge of pixel (x0, y0), to the right, and notes its corners. */
    private List<Point> follow(int x0, int y0) {
        List<Point> corners = new ArrayList<>();
        int x = x0;
        int y = y0;
        int direction = RIGHT;
        do {
            if (direction == RIGHT) {
                upperEdges.clear((y - mask.top()) * mask.width() + x - mask.left());
            }
            x += DX[direction];
            y += DY[direction];
            int next = turn(x, y, direction);
            if (next != direction) {
                corners.add(new Point(x, y));
            }
            direction = next;
        } while (x != x0 || y != y0 || direction != RIGHT);
        return corners;
    }

    /** Right where the pixel ahead on the right is unset, left where both ahead are set, else straight on. */
    private int turn(int x, int y, int direction) {
        if (!aheadOnRight(x, y, direction)) {
            return (direction + 1) % 4;
        }
        return aheadOnRight(x, y, (direction + 3) % 4) ? (direction + 3) % 4 : direction;
    }

    /** The pixel on the right of an edge that leaves corner (x, y) in a direction. */
    private boolean aheadOnRight(int x, int y, int direction) {
        int column = direction == LEFT || direction == DOWN ? x - 1 : x;
        int row = direction == LEFT || direction == UP ? y - 1 : y;
        return mask.get(column, row);
    }
}
