package io.flamemark.app.annotate;

import io.flamemark.annotation.AttributeValue;
import io.flamemark.annotation.ImageEntry;
import io.flamemark.annotation.RegionId;
import io.flamemark.geometry.Point;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What a tool may know.
 *
 * @param image the image shown
 * @param width of the image in pixels
 * @param height of the image in pixels
 * @param scale screen pixels per image pixel
 * @param selection the selected regions
 * @param newAttributes gives what a new region carries
 * @param newId makes the identity of a new region
 */
record ToolContext(
        ImageEntry image,
        double width,
        double height,
        double scale,
        Set<RegionId> selection,
        Supplier<Map<String, AttributeValue>> newAttributes,
        Supplier<RegionId> newId) {

    /** In screen pixels. */
    private static final double REACH = 9;

    /** From this scale on a person can mean less than a pixel. */
    private static final double FINE_SCALE = 2;

    /** How near the mouse has to be to a vertex or an edge, in image pixels. */
    double reach() {
        return reach(scale);
    }

    static double reach(double scale) {
        return REACH / scale;
    }

    /**
     * The place a person means: inside the image, the border included, and on whole pixels unless zoomed in far enough
     * to mean tenths.
     */
    Point meant(Point at) {
        return new Point(Math.max(0, Math.min(width, rounded(at.x()))), Math.max(0, Math.min(height, rounded(at.y()))));
    }

    /** A coordinate or length as a person can mean it at this scale. */
    double rounded(double pixels) {
        double step = scale < FINE_SCALE ? 1 : 10;
        return Math.round(pixels * step) / step;
    }
}
