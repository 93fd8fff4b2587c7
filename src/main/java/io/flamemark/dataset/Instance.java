package io.flamemark.dataset;

import io.flamemark.geometry.Box;
import io.flamemark.geometry.Point;
import io.flamemark.geometry.Polygon;
import java.util.List;

/**
 * One annotated object of a sample.
 *
 * @param label class index, 1..K
 * @param parts its outlines in pixels of the original image; several parts are one object (their union)
 */
public record Instance(int label, List<Polygon> parts) {

    public Instance {
        parts = List.copyOf(parts);
    }

    /** The box around all parts, xyxy, image pixels. */
    public Box box() {
        List<Point> points = parts.stream().flatMap(p -> p.vertices().stream()).toList();
        return Box.around(points);
    }
}
