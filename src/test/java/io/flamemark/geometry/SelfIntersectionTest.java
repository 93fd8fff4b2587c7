package io.flamemark.geometry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.operation.valid.IsSimpleOp;

class SelfIntersectionTest {

    @Test
    void aBowTieCrossesInItsMiddle() {
        assertEquals(Optional.of(new Point(5, 5)), SelfIntersection.find(Polygon.of(0, 0, 10, 10, 10, 0, 0, 10)));
    }

    @Test
    void simpleOutlinesDoNot() {
        assertTrue(SelfIntersection.find(Polygon.of(0, 0, 10, 0, 5, 5, 10, 10, 0, 10))
                .isEmpty());
        assertTrue(SelfIntersection.find(Polygon.of(0, 0, 0, 0, 10, 0, 10, 10, 10, 10))
                .isEmpty());
    }

    @Test
    void touchingItselfAtAVertexCounts() {
        assertTrue(SelfIntersection.find(Polygon.of(0, 0, 5, 5, 10, 0, 10, 10, 5, 5, 0, 10))
                .isPresent());
    }

    @Test
    void runningBackOverAnEdgeCounts() {
        assertTrue(SelfIntersection.find(Polygon.of(0, 0, 10, 0, 10, 10, 20, 20, 10, 10, 0, 10))
                .isPresent());
    }

    @Test
    void lessThanATriangleHasNothingToCross() {
        assertTrue(SelfIntersection.find(Polygon.of(0, 0, 5, 5)).isEmpty());
        assertTrue(SelfIntersection.find(Polygon.of()).isEmpty());
    }

    /** On a coarse grid nearly every degenerate case turns up: vertices on edges, edges on edges, spikes. */
    @Test
    void agreesWithJts() {
        Random random = new Random(4);
        int crossing = 0;
        for (int i = 0; i < 6_000; i++) {
            Polygon polygon =
                    i % 2 == 0 ? onGrid(random, 3 + random.nextInt(6), 6) : star(random, 3 + random.nextInt(30));
            boolean simple = new IsSimpleOp(JtsRings.ringOf(polygon)).isSimple();
            assertEquals(simple, SelfIntersection.find(polygon).isEmpty(), polygon.toString());
            crossing += simple ? 0 : 1;
        }
        assertTrue(crossing > 1_000 && crossing < 5_000, "both kinds were tried: " + crossing);
    }

    @Test
    void aMillionEdgesThatAllOverlapEndInTime() {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < 1_000_000; i++) {
            points.add(new Point(i % 2 == 0 ? i * 1e-3 : 1e6 + i * 1e-3, i % 2 == 0 ? 0 : 1e6));
        }
        assertTimeoutPreemptively(
                Duration.ofSeconds(60),
                () -> SelfIntersection.find(new Polygon(points)).isPresent());
    }

    private static Polygon onGrid(Random random, int vertices, int size) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < vertices; i++) {
            points.add(new Point(random.nextInt(size), random.nextInt(size)));
        }
        return new Polygon(points);
    }

    /** A star about a point, with here and there a vertex gone astray. */
    private static Polygon star(Random random, int vertices) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < vertices; i++) {
            double angle = 2 * Math.PI * i / vertices + (random.nextInt(60) == 0 ? 1 : 0);
            double radius = 10 + random.nextDouble() * 90;
            points.add(new Point(radius * Math.cos(angle) - 20, radius * Math.sin(angle) * 5));
        }
        return new Polygon(points);
    }
}
