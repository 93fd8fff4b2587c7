package io.flamemark.maskrcnn.rpn;

import io.flamemark.maskrcnn.ops.AnchorGenerator.Grid;
import java.util.Arrays;

/**
 * What the head has to see to judge some anchors and no others: for each the 3x3 pixels of its level around its own.
 *
 * @param pixels nine for each anchor, row by row, as places in the pyramid's rows of all images; 0 where outside
 * @param inside for each of them 1, or 0 where the map ends before it
 */
record AnchorPatches(long[] pixels, float[] inside) {

    private static final int SIDE = 3;

    /**
     * Finds the patches of anchors.
     *
     * @param anchors places in the list of all anchors of all images, in the order of {@code AnchorGenerator}
     * @param grids of the levels
     * @param perPixel anchors at each pixel
     */
    static AnchorPatches of(long[] anchors, Grid[] grids, int perPixel) {
        long pixelsOfImage = Arrays.stream(grids).mapToLong(Grid::pixels).sum();
        AnchorPatches patches =
                new AnchorPatches(new long[anchors.length * SIDE * SIDE], new float[anchors.length * SIDE * SIDE]);
        for (int i = 0; i < anchors.length; i++) {
            long centre = anchors[i] / perPixel;
            long start = centre - centre % pixelsOfImage;
            int level = 0;
            while (centre - start >= grids[level].pixels()) {
                start += grids[level++].pixels();
            }
            patches.fill(i, start, (int) (centre - start), grids[level]);
        }
        return patches;
    }

    /** @param start the row of the level's first pixel */
    private void fill(int anchor, long start, int centre, Grid grid) {
        int at = anchor * SIDE * SIDE;
        for (int y = centre / grid.width() - 1; y <= centre / grid.width() + 1; y++) {
            for (int x = centre % grid.width() - 1; x <= centre % grid.width() + 1; x++, at++) {
                if (x >= 0 && x < grid.width() && y >= 0 && y < grid.height()) {
                    pixels[at] = start + (long) y * grid.width() + x;
                    inside[at] = 1;
                }
            }
        }
    }
}
