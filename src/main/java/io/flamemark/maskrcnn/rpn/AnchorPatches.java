package io.flamemark.maskrcnn.rpn;

import io.flamemark.maskrcnn.ops.AnchorGenerator.Grid;
import io.flamemark.maskrcnn.ops.Concat;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What the head has to see to judge some anchors and no others: for each the 3x3 pixels of its level around its own.
 * The anchors come level by level, so that those of one level are judged together.
 *
 * @param order the places of the anchors in the list asked for, in the order in which they come here
 * @param levels for each level of the pyramid the pixels around its anchors
 */
record AnchorPatches(int[] order, Level[] levels) {

    private static final int SIDE = 3;

    /**
     * The pixels of one level.
     *
     * @param pixels nine for each anchor, row by row, as places in the level's maps of all images; 0 where outside
     * @param inside for each of them 1, or 0 where the map ends before it
     */
    record Level(long[] pixels, float[] inside) {}

    /**
     * Finds the patches of anchors.
     *
     * @param anchors places in the list of all anchors of all images, in the order of {@code AnchorGenerator}
     * @param grids of the levels
     * @param perPixel anchors at each pixel
     */
    static AnchorPatches of(long[] anchors, Grid[] grids, int perPixel) {
        long pixelsOfImage = Arrays.stream(grids).mapToLong(AnchorPatches::size).sum();
        long[] images = Arrays.stream(anchors)
                .map(anchor -> anchor / perPixel / pixelsOfImage)
                .toArray();
        long[] places = Arrays.stream(anchors)
                .map(anchor -> anchor / perPixel % pixelsOfImage)
                .toArray();
        Level[] levels = new Level[grids.length];
        int[] order = new int[0];
        long start = 0;
        for (int i = 0; i < grids.length; i++) {
            long first = start;
            long size = size(grids[i]);
            int[] here = IntStream.range(0, places.length)
                    .filter(anchor -> places[anchor] >= first && places[anchor] < first + size)
                    .toArray();
            levels[i] = around(
                    Arrays.stream(here)
                            .mapToLong(anchor -> images[anchor] * size + places[anchor] - first)
                            .toArray(),
                    grids[i]);
            order = Concat.of(order, here);
            start += size;
        }
        return new AnchorPatches(order, levels);
    }

    private static long size(Grid grid) {
        return (long) grid.height() * grid.width();
    }

    private static Level around(long[] centres, Grid grid) {
        long[] pixels = new long[centres.length * SIDE * SIDE];
        float[] inside = new float[pixels.length];
        int at = 0;
        for (long centre : centres) {
            int x = (int) (centre % grid.width());
            int y = (int) (centre / grid.width() % grid.height());
            for (int dy = -1; dy <= 1; dy++) {
                for (int dx = -1; dx <= 1; dx++, at++) {
                    if (x + dx >= 0 && x + dx < grid.width() && y + dy >= 0 && y + dy < grid.height()) {
                        pixels[at] = centre + (long) dy * grid.width() + dx;
                        inside[at] = 1;
                    }
                }
            }
        }
        return new Level(pixels, inside);
    }
}
