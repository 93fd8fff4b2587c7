package io.flamemark.maskrcnn.roi;

import io.flamemark.geometry.Mask;
import io.flamemark.geometry.PolygonRasterizer;
import io.flamemark.maskrcnn.backbone.ImageSize;
import io.flamemark.maskrcnn.ops.MaskAlign;
import java.util.List;

/**
 * torchvision's mask targets ({@code project_masks_on_boxes}): the object as a mask of whole network pixels, averaged
 * in each of the 28 x 28 cells of the box.
 *
 * @param masks of the objects of one image, network pixels
 * @param size of that image without padding
 */
record RasterTargets(List<Mask> masks, ImageSize size) implements MaskTargets {

    static RasterTargets of(Truth truth, ImageSize size) {
        return new RasterTargets(
                truth.outlines().stream()
                        .map(outline -> PolygonRasterizer.rasterize(outline, size.width(), size.height()))
                        .toList(),
                size);
    }

    @Override
    public void draw(int object, float[] boxes, int index, float[] out, int start) {
        MaskAlign.align(masks.get(object), size.width(), size.height(), boxes, index, MaskHead.SIZE, out, start);
    }
}
