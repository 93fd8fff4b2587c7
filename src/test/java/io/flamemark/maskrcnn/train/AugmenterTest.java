package io.flamemark.maskrcnn.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.flamemark.dataset.Instance;
import io.flamemark.geometry.Polygon;
import io.flamemark.imaging.RgbImage;
import io.flamemark.maskrcnn.DetectionTransform;
import io.flamemark.maskrcnn.roi.Truth;
import io.flamemark.run.RunConfig;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AugmenterTest {

    private static final DetectionTransform TRANSFORM = new DetectionTransform(64, 128);

    /** A white rectangle on black, 100 x 80, and its outline. */
    private static final CachedSample SAMPLE = sample(20, 30, 60, 70);

    private static CachedSample sample(int x1, int y1, int x2, int y2) {
        int[] rgb = new int[100 * 80];
        for (int y = y1; y < y2; y++) {
            for (int x = x1; x < x2; x++) {
                rgb[y * 100 + x] = 0xffffff;
            }
        }
        Polygon outline = Polygon.of(x1, y1, x2, y1, x2, y2, x1, y2);
        return new CachedSample("sample", new RgbImage(100, 80, rgb), List.of(new Instance(1, List.of(outline))));
    }

    @Test
    void plainIsTheWholeImageAtTheNetworksSize() {
        Example example = new Augmenter(new RunConfig.Augmenting(1, 1, 1, 1), TRANSFORM).plain(SAMPLE);
        assertEquals(80, example.image().width());
        assertEquals(64, example.image().height());
        assertArrayEquals(new float[] {16, 24, 48, 56}, example.truth().boxes(), 1e-4f);
    }

    @Test
    void outlinesFollowTheirPixels() {
        Augmenter augmenter = new Augmenter(new RunConfig.Augmenting(0.5, 0.3, 0.7, 0), TRANSFORM);
        Random random = new Random(11);
        for (int i = 0; i < 50; i++) {
            Example example = augmenter.varied(SAMPLE, random);
            float[] box = example.truth().boxes();
            assertEquals(4, box.length, "a crop keeps the object");
            int x = Math.round((box[0] + box[2]) / 2);
            int y = Math.round((box[1] + box[3]) / 2);
            assertEquals(255, example.image().red(x, y), "inside");
            if (box[0] > 3) {
                assertEquals(0, example.image().red((int) box[0] - 2, y), "left of it");
            }
            if (box[3] < example.image().height() - 3) {
                assertEquals(0, example.image().red(x, (int) box[3] + 2), "below it");
            }
        }
    }

    @Test
    void tinyObjectsAreDropped() {
        Truth truth = new Augmenter(new RunConfig.Augmenting(0, 0, 0, 0), TRANSFORM)
                .plain(sample(50, 50, 52, 70))
                .truth();
        assertEquals(0, truth.labels().length);
    }

    @Test
    void outlinesBeyondTheImageAreCutOff() {
        Polygon beyond = Polygon.of(-20, 10, 30, 10, 30, 40, -20, 40);
        Polygon clipped = RectangleClip.clip(beyond, 100, 80);
        assertEquals(30 * 30, clipped.area(), 1e-9);
        assertEquals(0, clipped.bounds().x1());
        assertEquals(
                0,
                RectangleClip.clip(Polygon.of(-9, -9, -1, -9, -1, -1), 100, 80).size());
    }

    @Test
    void colorsChangeWithTheirStrength() {
        RgbImage grey = new RgbImage(1, 1, new int[] {0x808080});
        Random random = new Random(3);
        int changed = 0;
        for (int i = 0; i < 20; i++) {
            changed += ColorJitter.random(0.8, random).apply(grey).rgb()[0] == 0x808080 ? 0 : 1;
        }
        assertTrue(changed > 15);
        assertEquals(0x808080, ColorJitter.random(0, random).apply(grey).rgb()[0]);
    }
}
