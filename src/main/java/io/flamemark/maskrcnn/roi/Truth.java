package io.flamemark.maskrcnn.roi;

import io.flamemark.geometry.Polygon;
import java.util.List;

/**
 * The annotated objects of one image, in network pixels.
 *
 * @param boxes flat xyxy, each with an area
 * @param labels class of each, 1..K
 * @param outlines of each; several polygons are one object
 */
public record Truth(float[] boxes, int[] labels, List<List<Polygon>> outlines) {

    public Truth {
        if (boxes.length != 4 * labels.length || outlines.size() != labels.length) {
            throw new IllegalArgumentException(
                    boxes.length / 4 + " boxes, " + labels.length + " labels and " + outlines.size() + " outlines");
        }
        outlines = List.copyOf(outlines);
    }

    /** An image without objects. */
    public static Truth none() {
        return new Truth(new float[0], new int[0], List.of());
    }
}
