package io.flamemark.maskrcnn.roi;

import io.flamemark.geometry.Mask;
import io.flamemark.geometry.Point;
import io.flamemark.geometry.Polygon;
import io.flamemark.geometry.PolygonRasterizer;
import java.util.BitSet;
import java.util.List;

/**
 * Mask targets from the outline itself: the share of each of the 28 x 28 cells that it covers, from 4 x 4 samples a
 * cell. {@link RasterTargets}, which is torchvision's way, averages a mask that was rounded to whole network pixels
 * first; small images would lose detail by that.
 */
record OutlineTargets(Truth truth) implements MaskTargets {

    private static final int SAMPLES = 4;

    @Override
    public void draw(int object, float[] boxes, int index, float[] out, int start) {
        float left = boxes[4 * index];
        float top = boxes[4 * index + 1];
        int side = MaskHead.SIZE * SAMPLES;
        // torchvision gives a box at least one pixel on each side when it pools it.
        double sx = side / (double) Math.max(1, boxes[4 * index + 2] - left);
        double sy = side / (double) Math.max(1, boxes[4 * index + 3] - top);
        List<Polygon> inBox = truth.outlines().get(object).stream()
                .map(outline -> new Polygon(outline.vertices().stream()
                        .map(p -> new Point((p.x() - left) * sx, (p.y() - top) * sy))
                        .toList()))
                .toList();
        Mask mask = PolygonRasterizer.rasterize(inBox, side, side);
        BitSet bits = mask.toBitSet();
        for (int i = bits.nextSetBit(0); i >= 0; i = bits.nextSetBit(i + 1)) {
            int x = mask.left() + i % mask.width();
            int y = mask.top() + i / mask.width();
            out[start + y / SAMPLES * MaskHead.SIZE + x / SAMPLES] += 1f / (SAMPLES * SAMPLES);
        }
    }
}
