package io.flamemark.geometry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class MaskTest {

    private static final int SIDE = 20;

    @Provide
    Arbitrary<Mask> masks() {
        return RandomMasks.masks();
    }

    @Property(tries = 200)
    void theWindowDoesNotMatter(@ForAll("masks") Mask mask) {
        Mask wide = mask.cropped(-3, -2, SIDE + 9, SIDE + 7);
        assertEquals(mask, wide);
        assertEquals(mask.hashCode(), wide.hashCode());
        assertEquals(mask.area(), mask.trimmed().area());
        assertEquals(mask, mask.trimmed());
    }

    @Property(tries = 200)
    void intersectionCountsTheCommonPixels(@ForAll("masks") Mask a, @ForAll("masks") Mask b) {
        int common = 0;
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                common += a.get(x, y) && b.get(x, y) ? 1 : 0;
            }
        }
        assertEquals(common, a.intersectionArea(b));
        assertEquals(a.iou(b), b.iou(a));
        assertEquals(a.isEmpty() ? 0 : 1, a.iou(a));
    }

    @Test
    void pixelsBelongToTheImageNotToTheWindow() {
        BitSet bits = new BitSet();
        bits.set(3);
        Mask mask = new Mask(10, 20, 2, 2, bits);
        assertTrue(mask.get(11, 21));
        assertFalse(mask.get(10, 21));
        assertFalse(mask.get(1, 1));
        assertEquals(new Box(11, 21, 12, 22), mask.trimmed().window());
    }

    @Test
    void refusesBitsOutsideOfTheWindow() {
        BitSet bits = new BitSet();
        bits.set(4);
        assertThrows(IllegalArgumentException.class, () -> new Mask(0, 0, 2, 2, bits));
        assertThrows(IllegalArgumentException.class, () -> new Mask(0, 0, 70_000, 70_000, new BitSet()));
    }
}
