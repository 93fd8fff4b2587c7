package io.flamemark.geometry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An outline whose holes are joined to it by cuts of no width, there and back, taken apart at the cuts: its outer ring and
 * its holes. Formats without holes write them so.
 */
public final class CutRings {

    private static final int FEWEST = 3;

    /** Vertices of an outline that is looked into: nobody joins holes to a larger one, and a hostile one takes its time. */
    private static final int MOST = 20_000;

    private record Edge(Point from, Point to) {}

    private final List<Polygon> rings = new ArrayList<>();
    private final List<Point> way = new ArrayList<>();
    /** Where on the way an edge begins. */
    private final Map<Edge, Integer> edges = new HashMap<>();

    private CutRings() {}

    /**
     * The rings of {@code outline}, in no order; itself where nothing is cut, or it has more than 20,000 vertices. An edge
     * that folds back at once is no cut.
     */
    public static List<Polygon> of(Polygon outline) {
        if (outline.size() < FEWEST || outline.size() > MOST) {
            return List.of(outline);
        }
        CutRings rings = new CutRings();
        outline.vertices().forEach(rings::go);
        rings.go(outline.vertices().get(0));
        return rings.rings.isEmpty() ? List.of(outline) : rings.rest();
    }

    /** One vertex on; where that is the way back through a cut, what lies between is a ring. */
    private void go(Point next) {
        int last = way.size() - 1;
        Integer gate = last < 0 ? null : edges.get(new Edge(next, way.get(last)));
        if (gate == null || last - gate - 1 < FEWEST) {
            if (last >= 0) {
                edges.put(new Edge(way.get(last), next), last);
            }
            way.add(next);
            return;
        }
        rings.add(new Polygon(way.subList(gate + 1, last)));
        while (way.size() - 1 > gate) {
            Point to = way.remove(way.size() - 1);
            edges.remove(new Edge(way.get(way.size() - 1), to));
        }
    }

    /** The rings with what is left of the way, whose last vertex is its first again. */
    private List<Polygon> rest() {
        List<Point> ring = way.size() > 1 ? way.subList(0, way.size() - 1) : List.of();
        if (ring.size() >= FEWEST) {
            rings.add(new Polygon(ring));
        }
        return rings;
    }
}
