package io.flamemark.geometry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Outlines whose holes are joined by cuts")
class CutRingsTest {

    /** A square with two holes, the second joined to the first. */
    private static final Polygon CUT =
            Polygon.of(0, 0, 2, 2, 2, 4, 5, 5, 5, 7, 7, 5, 5, 5, 2, 4, 4, 4, 4, 2, 2, 2, 0, 0, 10, 0, 10, 10, 0, 10);

    @Test
    @DisplayName("come apart into the outer ring and the holes, wherever the outline begins")
    void apart() {
        for (int turn = 0; turn < CUT.size(); turn++) {
            List<Point> vertices = new ArrayList<>(CUT.vertices());
            Collections.rotate(vertices, turn);
            List<Polygon> rings = CutRings.of(new Polygon(vertices));
            Set<Double> areas = rings.stream().map(Polygon::area).collect(Collectors.toSet());
            assertEquals(Set.of(100.0, 4.0, 2.0), areas, "turned by " + turn + ": " + rings);
            assertTrue(rings.stream().noneMatch(r -> SelfIntersection.find(r).isPresent()));
        }
    }

    @Test
    @DisplayName("stay whole without cuts: simple, crossing, folded back, or of no vertex")
    void whole() {
        for (Polygon outline : List.of(
                Polygon.of(0, 0, 10, 0, 10, 10),
                Polygon.of(0, 0, 10, 10, 10, 0, 0, 10),
                Polygon.of(0, 0, 10, 0, 10, 10, 20, 20, 10, 10, 0, 10),
                Polygon.of())) {
            assertEquals(List.of(outline), CutRings.of(outline));
        }
    }
}
