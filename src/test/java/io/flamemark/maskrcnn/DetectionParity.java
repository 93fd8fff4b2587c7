package io.flamemark.maskrcnn;

import static io.flamemark.maskrcnn.Reference.assertClose;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.flamemark.detection.Detection;
import io.flamemark.detection.Detections;
import io.flamemark.geometry.Mask;
import io.flamemark.imaging.RgbImage;
import java.util.BitSet;
import java.util.List;

/** Compares what was found in an image with what torchvision found in it. */
final class DetectionParity {

    private DetectionParity() {}

    /** The same boxes, labels and order, scores to 1e-4, and masks equal on 99.9 % of the pixels of the image. */
    static void assertSame(Reference expected, String prefix, Detections found, RgbImage image) {
        List<Detection> all = found.all();
        assertArrayEquals(
                expected.ints(prefix + "labels"),
                all.stream().mapToInt(Detection::label).toArray());
        float[] scores = expected.floats(prefix + "scores");
        float[] boxes = new float[4 * all.size()];
        for (int i = 0; i < all.size(); i++) {
            assertEquals(scores[i], all.get(i).score(), 1e-4, "score " + i);
            boxes[4 * i] = (float) all.get(i).box().x1();
            boxes[4 * i + 1] = (float) all.get(i).box().y1();
            boxes[4 * i + 2] = (float) all.get(i).box().x2();
            boxes[4 * i + 3] = (float) all.get(i).box().y2();
            double unequal = unequalShare(expected.pixels(prefix + "masks", i, image.rgb().length), all.get(i), image);
            assertTrue(unequal <= 1e-3, "mask " + i + " differs on " + 100 * unequal + " % of the pixels");
        }
        assertClose(expected.floats(prefix + "boxes"), boxes, 1e-4, "box edge");
    }

    private static double unequalShare(BitSet expected, Detection detection, RgbImage image) {
        Mask whole = detection.mask().cropped(0, 0, image.width(), image.height());
        BitSet difference = whole.toBitSet();
        difference.xor(expected);
        return (double) difference.cardinality() / image.rgb().length;
    }
}
