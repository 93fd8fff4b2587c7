package io.flamemark.maskrcnn.roi;

import io.flamemark.geometry.Mask;
import io.flamemark.geometry.Point;
import io.flamemark.geometry.Polygon;
import io.flamemark.geometry.PolygonRasterizer;
import java.util.BitSet;
import java.util.List;

/**
 * What a mask should look like in its box: the share of each of the 28 x 28 cells that the outline covers, from 4 x 4
 * samples of the outline itself. torchvision averages a mask that was rounded to whole network pixels first
 * ({@code project_masks_on_boxes}); small images would lose detail by that.
 */
final class MaskTargets {

    private static final int SAMPLES = 4;

    private MaskTargets() {}

    /**
     * @param outlines of the object, network pixels
     * @param boxes flat xyxy, network pixels
     * @param index which box
     * @param out receives {@code size * size} values 0..1, row-major, from {@code start}
     */
    static void fill(List<Polygon> outlines, float[] boxes, int index, int size, float[] out, int start) {
        float left = boxes[4 * index];
        float top = boxes[4 * index + 1];
        int side = size * SAMPLES;
        // torchvision gives a box at least one pixel on each side when it pools it.
        double sx = side / (double) Math.max(1, boxes[4 * index + 2] - left);
        double sy = side / (double) Math.max(1, boxes[4 * index + 3] - top);
        List<Polygon> inBox = outlines.stream()
                .map(outline -> new Polygon(outline.vertices().stream()
                        .map(p -> new Point((p.x() - left) * sx, (p.y() - top) * sy))
                        .toList()))
                .toList();
        Mask mask = PolygonRasterizer.rasterize(inBox, side, side);
        BitSet bits = mask.toBitSet();
        for (int i = bits.nextSetBit(0); i >= 0; i = bits.nextSetBit(i + 1)) {
            int x = mask.left() + i % mask.width();
            int y = mask.top() + i / mask.width();
            out[start + y / SAMPLES * size + x / SAMPLES] += 1f / (SAMPLES * SAMPLES);
        }
    }
}
