package io.flamemark.augment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.flamemark.dataset.Instance;
import io.flamemark.geometry.Mask;
import io.flamemark.geometry.Point;
import io.flamemark.geometry.Polygon;
import io.flamemark.geometry.PolygonRasterizer;
import io.flamemark.imaging.RgbImage;
import io.flamemark.run.Augmenting;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AugmenterTest {

    private static final Augmenting PLACES = new Augmenting(0.5, 0.3, 0.6, 0, 0, 0, 0, 0.4);
    private static final Augmenting ALL = new Augmenting(0.5, 0.3, 0.5, 1, 1, 1, 1, 0.3);
    private static final Supplier<LabelledImage> NO_OTHERS = () -> fail("no mosaic was asked for");

    /** A star of a random number of points about a random place, partly perhaps beyond the border. */
    private static LabelledImage star(Random random) {
        int width = 70 + random.nextInt(60);
        int height = 60 + random.nextInt(60);
        int points = 3 + random.nextInt(9);
        double x = width * random.nextDouble();
        double y = height * random.nextDouble();
        double[] at = new double[2 * points];
        for (int i = 0; i < points; i++) {
            double reach = 8 + 25 * random.nextDouble();
            at[2 * i] = x + reach * Math.cos(2 * Math.PI * i / points);
            at[2 * i + 1] = y + reach * Math.sin(2 * Math.PI * i / points);
        }
        return Drawn.polygon(width, height, Polygon.of(at));
    }

    @Test
    @DisplayName("outlines stay in the picture, and the pixels they enclose are those that moved")
    void outlinesFollowTheirPixels() {
        Augmenter augmenter = Drawn.augmenter(PLACES);
        Random random = new Random(11);
        for (int i = 0; i < 150; i++) {
            LabelledImage seen =
                    augmenter.varied(star(random), () -> star(random), random).seen();
            RgbImage image = seen.image();
            for (Instance object : seen.instances()) {
                for (Polygon part : object.parts()) {
                    assertTrue(part.vertices().stream().allMatch(p -> isIn(p, image)), part::toString);
                }
            }
            List<Polygon> parts = seen.instances().stream()
                    .flatMap(one -> one.parts().stream())
                    .toList();
            assertSameAwayFromEdges(PolygonRasterizer.rasterize(parts, image.width(), image.height()), image);
        }
    }

    private static boolean isIn(Point p, RgbImage image) {
        return p.x() >= 0 && p.y() >= 0 && p.x() <= image.width() && p.y() <= image.height();
    }

    /** Where all pixels within two of a place agree, so does the mask; slivers too small to be kept may differ. */
    private static void assertSameAwayFromEdges(Mask enclosed, RgbImage image) {
        for (int y = 3; y < image.height() - 3; y++) {
            for (int x = 3; x < image.width() - 3; x++) {
                if (allAround(image, x, y, 255)) {
                    assertTrue(enclosed.get(x, y), "white but not enclosed: " + x + ", " + y);
                } else if (allAround(image, x, y, 0)) {
                    assertFalse(enclosed.get(x, y), "black but enclosed: " + x + ", " + y);
                }
            }
        }
    }

    private static boolean allAround(RgbImage image, int x, int y, int level) {
        for (int dy = -2; dy <= 2; dy++) {
            for (int dx = -2; dx <= 2; dx++) {
                if (image.red(x + dx, y + dy) != level) {
                    return false;
                }
            }
        }
        return true;
    }

    @Test
    @DisplayName("a crop keeps an object whole")
    void cropsKeepAnObject() {
        LabelledImage source = Drawn.polygon(100, 80, Polygon.of(20, 30, 60, 30, 60, 70, 20, 70));
        Augmenter augmenter = Drawn.augmenter(new Augmenting(0.5, 0, 1, 0));
        Random random = new Random(5);
        for (int i = 0; i < 50; i++) {
            LabelledImage seen = augmenter.varied(source, NO_OTHERS, random).seen();
            assertEquals(1, seen.instances().size());
            double share = seen.instances().get(0).parts().get(0).area()
                    / ((double) seen.image().width() * seen.image().height());
            assertTrue(share >= 0.19, "the object has a fifth of the whole and more of a part: " + share);
        }
    }

    @Test
    @DisplayName("the same random numbers give the same picture, bit for bit")
    void deterministic() {
        Augmenter augmenter = Drawn.augmenter(ALL);
        for (int seed = 0; seed < 12; seed++) {
            Random once = new Random(seed);
            Random again = new Random(seed);
            Variation first = augmenter.varied(star(once), () -> star(once), once);
            Variation second = augmenter.varied(star(again), () -> star(again), again);
            assertArrayEquals(first.seen().image().rgb(), second.seen().image().rgb());
            assertEquals(first.seen().instances(), second.seen().instances());
            assertEquals(once.nextLong(), again.nextLong());
        }
    }

    @Test
    @DisplayName("colours, exposure, blur and noise leave outlines and places as they are")
    void lightMovesNothing() {
        Augmenting places = new Augmenting(0.5, 0.3, 0.6, 0);
        Augmenting lit = new Augmenting(0.5, 0.3, 0.6, 1, 1, 1, 1, 0);
        for (int seed = 0; seed < 20; seed++) {
            LabelledImage source = star(new Random(seed));
            Variation plain = Drawn.augmenter(places).varied(source, NO_OTHERS, new Random(seed));
            Variation tinted = Drawn.augmenter(lit).varied(source, NO_OTHERS, new Random(seed));
            assertEquals(plain.seen().instances(), tinted.seen().instances());
            assertEquals(plain.mirrored(), tinted.mirrored());
            assertEquals(plain.seen().image().width(), tinted.seen().image().width());
        }
    }

    @Test
    @DisplayName("objects that would be narrower than two network pixels are dropped")
    void tinyObjectsAreDropped() {
        LabelledImage thin = Drawn.polygon(100, 80, Polygon.of(50, 50, 52, 50, 52, 70, 50, 70));
        Variation seen = Drawn.augmenter(new Augmenting(0, 0, 0, 0)).varied(thin, NO_OTHERS, new Random(1));
        assertEquals(List.of(), seen.seen().instances());
    }

    @Test
    @DisplayName("a mosaic has the size of one image and objects of all four")
    void mosaic() {
        Augmenter always = Drawn.augmenter(new Augmenting(0, 0, 0, 0, 0, 0, 0, 1));
        LabelledImage source = Drawn.polygon(90, 90, Polygon.of(30, 30, 60, 30, 60, 60, 30, 60));
        LabelledImage seen = always.varied(source, () -> source, new Random(4)).seen();
        assertEquals(64, seen.image().width());
        assertEquals(64, seen.image().height());
        assertEquals(4, seen.instances().size());
    }
}
