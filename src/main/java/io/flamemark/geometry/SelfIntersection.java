package io.flamemark.geometry;

import java.util.Optional;

/** Whether an outline crosses or touches itself. */
public final class SelfIntersection {

    private SelfIntersection() {}

    /**
     * A place where the outline meets itself other than at the ends of neighbouring edges; none for a simple outline
     * and for fewer than three different vertices. The same vertex twice in a row is not a crossing. An outline so
     * tangled that finding out would take more than a moment (see {@link EdgeSweep}) passes for simple.
     */
    public static Optional<Point> find(Polygon polygon) {
        double[] xs = new double[polygon.size()];
        double[] ys = new double[polygon.size()];
        int n = 0;
        for (Point p : polygon.vertices()) {
            if (n == 0 || p.x() != xs[n - 1] || p.y() != ys[n - 1]) {
                xs[n] = p.x();
                ys[n] = p.y();
                n++;
            }
        }
        while (n > 1 && xs[n - 1] == xs[0] && ys[n - 1] == ys[0]) {
            n--;
        }
        return n < 3 ? Optional.empty() : new EdgeSweep(xs, ys, n).firstMeeting();
    }
}
