package io.flamemark.geometry;

import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.operation.valid.IsSimpleOp;

/** Whether an outline crosses or touches itself (JTS, {@code IsSimpleOp}). */
public final class SelfIntersection {

    private SelfIntersection() {}

    /**
     * A place where the outline meets itself other than at the ends of neighbouring edges; none for a simple outline and
     * for fewer than three different vertices. The same vertex twice in a row is not a crossing.
     */
    public static Optional<Point> find(Polygon polygon) {
        LinearRing ring = JtsRings.ringOf(polygon);
        if (ring.isEmpty()) {
            return Optional.empty();
        }
        Coordinate at = new IsSimpleOp(ring).getNonSimpleLocation();
        return Optional.ofNullable(at).map(c -> new Point(c.x, c.y));
    }
}
