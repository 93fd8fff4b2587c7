package io.flamemark.maskrcnn.ops;

import io.flamemark.maskrcnn.ops.AnchorGenerator.Grid;

/**
 * The geometry of a feature pyramid: for each level, finest first, the size of the map and its scale relative to the
 * image, and which level a box belongs to (Lin et al. 2017, Feature Pyramid Networks, equation 1, with k0 = 4 and the
 * canonical size 224; the small constant and the clamping are torchvision's {@code LevelMapper}).
 */
record PyramidLevels(int[] heights, int[] widths, float[] scales) {

    private static final float CANONICAL_SIZE = 224;
    private static final float CANONICAL_LEVEL = 4;
    private static final float EPSILON = 1e-6f;

    /**
     * The finest levels of a pyramid.
     *
     * @param scales as many as there are levels wanted
     */
    static PyramidLevels of(Grid[] grids, double[] scales) {
        if (grids.length < scales.length) {
            throw new IllegalArgumentException(grids.length + " feature maps but " + scales.length + " scales");
        }
        int[] heights = new int[scales.length];
        int[] widths = new int[scales.length];
        float[] floatScales = new float[scales.length];
        for (int i = 0; i < scales.length; i++) {
            heights[i] = grids[i].height();
            widths[i] = grids[i].width();
            floatScales[i] = (float) scales[i];
        }
        return new PyramidLevels(heights, widths, floatScales);
    }

    int count() {
        return scales.length;
    }

    /** For each level the pixels of the finer ones. */
    int[] starts() {
        int[] starts = new int[count()];
        for (int i = 1; i < count(); i++) {
            starts[i] = starts[i - 1] + heights[i - 1] * widths[i - 1];
        }
        return starts;
    }

    /** The index of the level for one of the boxes, which are flat xyxy in image pixels. */
    int levelOf(float[] boxes, int box) {
        int at = 4 * box;
        float area = (boxes[at + 2] - boxes[at]) * (boxes[at + 3] - boxes[at + 1]);
        // In floats like torchvision's: a box on the border of two levels must fall to the same side.
        float size = (float) Math.sqrt(area) / CANONICAL_SIZE;
        double level = Math.floor(CANONICAL_LEVEL + (float) log2(size) + EPSILON);
        int finest = (int) Math.round(-log2(scales[0]));
        int coarsest = (int) Math.round(-log2(scales[count() - 1]));
        return (int) Math.max(finest, Math.min(coarsest, level)) - finest;
    }

    private static double log2(double value) {
        return Math.log(value) / Math.log(2);
    }
}
