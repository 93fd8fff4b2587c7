package io.flamemark.synthesis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.flamemark.geometry.PolygonRasterizer;
import io.flamemark.imaging.RgbImage;
import io.flamemark.synthesis.SceneSpec.Place;
import io.flamemark.synthesis.SceneSpec.Time;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SceneSynthesizerTest {

    private static final int WIDTH = 160;
    private static final int HEIGHT = 120;

    @Test
    @DisplayName("the same seed gives the same pixels and outlines, another seed others")
    void sameSeedSamePicture() {
        SyntheticScene first = SceneSynthesizer.synthesize(spec(Place.ROOM, Time.DUSK, 1, 5));
        SyntheticScene again = SceneSynthesizer.synthesize(spec(Place.ROOM, Time.DUSK, 1, 5));
        SyntheticScene other = SceneSynthesizer.synthesize(spec(Place.ROOM, Time.DUSK, 1, 6));

        assertArrayEquals(first.image().rgb(), again.image().rgb());
        assertEquals(first.fires(), again.fires());
        assertFalse(Arrays.equals(first.image().rgb(), other.image().rgb()));
    }

    @Test
    @DisplayName("a fire has an outline of 10 to 40 vertices that fills nearly its mask")
    void outlineFitsMask() {
        outlineFitsMask(Place.ROOM);
    }

    @ParameterizedTest
    @EnumSource(Place.class)
    @Tag("full")
    @DisplayName("every place shows its fire, with an outline of 10 to 40 vertices that fills nearly the mask")
    void outlineFitsMask(Place place) {
        SyntheticScene scene = SampleProject.visible(spec(place, Time.DAY, 1, 11));

        assertEquals(1, scene.fires().size());
        FireTruth fire = scene.fires().get(0);
        assertTrue(
                fire.polygon().size() >= 10 && fire.polygon().size() <= 40,
                "vertices: " + fire.polygon().size());
        double iou = PolygonRasterizer.rasterize(List.of(fire.polygon()), WIDTH, HEIGHT)
                .iou(fire.mask());
        assertTrue(iou >= 0.9, "IoU of outline and mask: " + iou);
    }

    @Test
    @DisplayName("inside its outline a fire is brighter and redder than the night around it")
    void flamesAreBright() {
        SyntheticScene scene = SampleProject.visible(spec(Place.STREET, Time.NIGHT, 1, 3));

        FireTruth fire = scene.fires().get(0);
        double inside = meanRed(scene.image(), fire, true);
        double outside = meanRed(scene.image(), fire, false);
        assertTrue(inside > 150, "mean red inside: " + inside);
        assertTrue(inside > 3 * outside, "inside " + inside + ", outside " + outside);
    }

    @Test
    @DisplayName("a scene without fire has no truth")
    void noFireNoTruth() {
        SyntheticScene scene = SceneSynthesizer.synthesize(spec(Place.ROOM, Time.NIGHT, 0, 9));

        assertEquals(List.of(), scene.fires());
        assertEquals(WIDTH, scene.image().width());
        assertEquals(HEIGHT, scene.image().height());
    }

    @Test
    @DisplayName("impossible sizes and counts are refused")
    void refusesNonsense() {
        assertThrows(IllegalArgumentException.class, () -> new SceneSpec(Place.ROOM, Time.DAY, 1, 1, 10, 480));
        assertThrows(IllegalArgumentException.class, () -> new SceneSpec(Place.ROOM, Time.DAY, 4, 1, 640, 480));
    }

    private static SceneSpec spec(Place place, Time time, int fires, long seed) {
        return new SceneSpec(place, time, fires, seed, WIDTH, HEIGHT);
    }

    private static double meanRed(RgbImage image, FireTruth fire, boolean inside) {
        long sum = 0;
        int count = 0;
        for (int y = 0; y < image.height(); y++) {
            for (int x = 0; x < image.width(); x++) {
                if (fire.mask().get(x, y) == inside) {
                    sum += image.red(x, y);
                    count++;
                }
            }
        }
        return (double) sum / count;
    }
}
