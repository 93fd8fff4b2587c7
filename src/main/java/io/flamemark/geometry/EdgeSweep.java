package io.flamemark.geometry;

import java.util.Arrays;
import java.util.Optional;
import org.locationtech.jts.algorithm.LineIntersector;
import org.locationtech.jts.algorithm.RobustLineIntersector;
import org.locationtech.jts.geom.Coordinate;

/**
 * Looks for two edges of a ring that meet. Edges are sorted along the longer side of the ring and compared with those
 * they overlap there; most pairs are told apart by plain arithmetic whose rounding error is bounded (Shewchuk, Adaptive
 * Precision Floating-Point Arithmetic, 1997: the filter of {@code orient2d}), and JTS judges the others exactly.
 */
final class EdgeSweep {

    private static final double ORIENTATION_ERROR = 3.3306690738754716e-16;

    /** Comparisons allowed: outlines of people and of tracers need some dozens for each edge. */
    private static final long FEWEST_PAIRS = 1_000_000;

    private static final long PAIRS_AN_EDGE = 50;

    private final double[] xs;
    private final double[] ys;
    private final int n;
    /** Made when it is needed, which for most rings is never. */
    private LineIntersector judge;

    /** The ring of the first {@code n} vertices, at least 3, of which no two neighbours are equal. */
    EdgeSweep(double[] xs, double[] ys, int n) {
        this.xs = xs;
        this.ys = ys;
        this.n = n;
    }

    /** A place where two edges meet that should not, if there is one and the ring is not too tangled. */
    Optional<Point> firstMeeting() {
        boolean wide = spread(xs) >= spread(ys);
        double[] along = wide ? xs : ys;
        long[] order = order(along);
        long left = FEWEST_PAIRS + PAIRS_AN_EDGE * n;
        for (int i = 0; i < n && left > 0; i++) {
            int edge = (int) order[i];
            long end = sortable((float) Math.max(along[edge], along[next(edge)]));
            for (int j = i + 1; j < n && order[j] >> Integer.SIZE <= end && left-- > 0; j++) {
                int other = (int) order[j];
                if (meet(edge, other)) {
                    Coordinate at = judge.getIntersection(0);
                    return Optional.of(new Point(at.x, at.y));
                }
            }
        }
        return Optional.empty();
    }

    private double spread(double[] values) {
        double least = values[0];
        double most = values[0];
        for (int i = 1; i < n; i++) {
            least = Math.min(least, values[i]);
            most = Math.max(most, values[i]);
        }
        return most - least;
    }

    /** Edges by where they begin; the upper half of each number is that place, the lower the edge. */
    private long[] order(double[] along) {
        long[] order = new long[n];
        for (int i = 0; i < n; i++) {
            order[i] = sortable((float) Math.min(along[i], along[next(i)])) << Integer.SIZE | i;
        }
        Arrays.sort(order);
        return order;
    }

    /** A number that is ordered as floats are; rounding to a float keeps the order, so that no overlap is missed. */
    private static long sortable(float value) {
        int bits = Float.floatToIntBits(value + 0f);
        return bits ^ (bits >> (Integer.SIZE - 1) & Integer.MAX_VALUE);
    }

    private int next(int i) {
        return i + 1 == n ? 0 : i + 1;
    }

    /** Whether edges a and b meet; the judge then knows where. */
    private boolean meet(int a, int b) {
        int a2 = next(a);
        int b2 = next(b);
        if (a2 == b) {
            return foldsBack(a, b, b2);
        }
        return b2 == a
                ? foldsBack(b, a, a2)
                : !isApart(a, a2, b, b2) && judged(a, a2, b, b2).hasIntersection();
    }

    /** Whether the edge behind {@code corner} runs back over the one before it. */
    private boolean foldsBack(int before, int corner, int after) {
        double ux = xs[before] - xs[corner];
        double uy = ys[before] - ys[corner];
        double vx = xs[after] - xs[corner];
        double vy = ys[after] - ys[corner];
        boolean sharp = ux * vx + uy * vy > 0;
        return sharp
                && side(before, corner, after) == 0
                && judged(before, corner, corner, after).getIntersectionNum() == LineIntersector.COLLINEAR_INTERSECTION;
    }

    private boolean isApart(int a, int a2, int b, int b2) {
        return Math.max(xs[a], xs[a2]) < Math.min(xs[b], xs[b2])
                || Math.max(xs[b], xs[b2]) < Math.min(xs[a], xs[a2])
                || Math.max(ys[a], ys[a2]) < Math.min(ys[b], ys[b2])
                || Math.max(ys[b], ys[b2]) < Math.min(ys[a], ys[a2])
                || side(a, a2, b) * side(a, a2, b2) > 0
                || side(b, b2, a) * side(b, b2, a2) > 0;
    }

    /** On which side of the line from a to b vertex c certainly is: 1 or -1, and 0 where rounding leaves it open. */
    private int side(int a, int b, int c) {
        double left = (xs[b] - xs[a]) * (ys[c] - ys[a]);
        double right = (ys[b] - ys[a]) * (xs[c] - xs[a]);
        double difference = left - right;
        double error = ORIENTATION_ERROR * (Math.abs(left) + Math.abs(right));
        return difference > error ? 1 : difference < -error ? -1 : 0;
    }

    private LineIntersector judged(int a, int a2, int b, int b2) {
        if (judge == null) {
            judge = new RobustLineIntersector();
        }
        judge.computeIntersection(vertex(a), vertex(a2), vertex(b), vertex(b2));
        return judge;
    }

    private Coordinate vertex(int i) {
        return new Coordinate(xs[i], ys[i]);
    }
}
