package io.flamemark.imaging;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.flamemark.geometry.Box;
import io.flamemark.geometry.Mask;
import io.flamemark.geometry.Polygon;
import io.flamemark.geometry.PolygonRasterizer;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class OverlayTest {

    private static final int SIDE = 100;
    private static final int RED = 0xff0000;
    private static final Polygon SQUARE = Polygon.of(40, 40, 80, 40, 80, 80, 40, 80);
    private static final Mask MASK = PolygonRasterizer.rasterize(SQUARE, SIDE, SIDE);

    private final RgbImage black = new RgbImage(SIDE, SIDE, new int[SIDE * SIDE]);

    @Test
    @DisplayName("the inside is tinted, the outline is clear, the rest and the original untouched")
    void paints() {
        RgbImage painted = Overlay.paint(black, List.of(new Overlay.Item(MASK, SQUARE.bounds(), RED, "")));
        assertEquals(89, painted.red(60, 60));
        assertEquals(0, painted.green(60, 60));
        assertTrue(painted.red(40, 60) > 150, () -> "outline " + painted.red(40, 60));
        assertEquals(0, painted.red(10, 60));
        assertArrayEquals(new int[SIDE * SIDE], black.rgb());
    }

    @Test
    @DisplayName("the plate lies above the box and holds letters")
    void plate() {
        RgbImage painted = Overlay.paint(black, List.of(new Overlay.Item(MASK, SQUARE.bounds(), RED, "fire 0.9")));
        assertTrue(painted.red(42, 34) > 150);
        long colours = IntStream.range(28 * SIDE, 38 * SIDE)
                .map(i -> painted.rgb()[i])
                .distinct()
                .count();
        assertTrue(colours > 5, "only " + colours + " colours: no letters");
    }

    @Test
    @DisplayName("truth is a dashed white outline")
    void truth() {
        RgbImage painted = Overlay.paint(black, List.of(), List.of(MASK));
        long white =
                IntStream.range(45, 75).filter(x -> painted.red(x, 40) > 120).count();
        assertTrue(white > 5 && white < 28, white + " of 30 pixels are white");
        assertEquals(0, painted.red(60, 60));
    }

    @Test
    @DisplayName("what reaches beyond the image is painted as far as it goes")
    void overTheBorder() {
        Mask over = new Mask(
                -5,
                -5,
                20,
                20,
                PolygonRasterizer.rasterize(Polygon.of(0, 0, 20, 0, 20, 20, 0, 20), 20, 20)
                        .toBitSet());
        RgbImage painted = Overlay.paint(black, List.of(new Overlay.Item(over, new Box(-5, -5, 15, 15), RED, "x")));
        assertNotEquals(0, painted.red(5, 5));
    }

    @Test
    void neighbouringColoursDiffer() {
        assertNotEquals(Overlay.colour(0), Overlay.colour(1));
        assertEquals(Overlay.colour(0), Overlay.colour(7));
        assertTrue(Overlay.colour(-1) > 0);
    }
}
