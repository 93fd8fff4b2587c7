package io.flamemark.geometry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MaskTracerTest {

    private static final int SIDE = 20;

    @Provide
    Arbitrary<Mask> masks() {
        return RandomMasks.masks();
    }

    @Property(tries = 300)
    void fillingTheContoursGivesTheMaskWithItsHolesFilled(@ForAll("masks") Mask mask) {
        List<Polygon> contours = MaskTracer.trace(mask);
        assertEquals(withHolesFilled(mask), PolygonRasterizer.rasterize(contours, SIDE, SIDE));
    }

    @Property(tries = 300)
    void largestFirst(@ForAll("masks") Mask mask) {
        List<Double> areas = MaskTracer.trace(mask).stream().map(Polygon::area).toList();
        for (int i = 1; i < areas.size(); i++) {
            assertTrue(areas.get(i - 1) >= areas.get(i), areas::toString);
        }
    }

    @Test
    @DisplayName("one rectangle: four corners on pixel edges, clockwise from its top right")
    void rectangle() {
        Mask mask = PolygonRasterizer.rasterize(Polygon.of(3, 2, 7, 2, 7, 5, 3, 5), 10, 10);
        assertEquals(List.of(Polygon.of(7, 2, 7, 5, 3, 5, 3, 2)), MaskTracer.trace(mask));
    }

    @Test
    void pixelsThatTouchAtACornerAreTwoBlobs() {
        BitSet bits = new BitSet();
        bits.set(0);
        bits.set(3);
        assertEquals(2, MaskTracer.trace(new Mask(0, 0, 2, 2, bits)).size());
    }

    @Test
    void nothingSetHasNoContour() {
        assertTrue(MaskTracer.largest(Mask.empty()).isEmpty());
    }

    /** By flooding the outside from a corner over all eight neighbours. */
    private static Mask withHolesFilled(Mask mask) {
        int side = SIDE + 2;
        boolean[][] outside = new boolean[side][side];
        var open = new java.util.ArrayDeque<int[]>();
        open.add(new int[] {0, 0});
        while (!open.isEmpty()) {
            int[] at = open.pop();
            int x = at[0];
            int y = at[1];
            if (x < 0 || y < 0 || x >= side || y >= side || outside[y][x] || mask.get(x - 1, y - 1)) {
                continue;
            }
            outside[y][x] = true;
            for (int dy = -1; dy <= 1; dy++) {
                for (int dx = -1; dx <= 1; dx++) {
                    open.push(new int[] {x + dx, y + dy});
                }
            }
        }
        BitSet bits = new BitSet();
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                bits.set(y * SIDE + x, !outside[y + 1][x + 1]);
            }
        }
        return new Mask(0, 0, SIDE, SIDE, bits);
    }
}
