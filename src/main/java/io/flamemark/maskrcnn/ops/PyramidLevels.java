package io.flamemark.maskrcnn.ops;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;

/**
 * The geometry of a feature pyramid: for each level, finest first, the size of the map and its scale relative to the
 * image, and which level a box belongs to (Lin et al. 2017, Feature Pyramid Networks, equation 1, with k0 = 4 and the
 * canonical size 224; the small constant and the clamping are torchvision's {@code LevelMapper}).
 */
record PyramidLevels(int[] heights, int[] widths, float[] scales) {

    private static final float CANONICAL_SIZE = 224;
    private static final float CANONICAL_LEVEL = 4;
    private static final float EPSILON = 1e-6f;

    static PyramidLevels of(NDList maps, double[] scales) {
        if (maps.size() != scales.length) {
            throw new IllegalArgumentException(maps.size() + " feature maps but " + scales.length + " scales");
        }
        int[] heights = new int[scales.length];
        int[] widths = new int[scales.length];
        float[] floatScales = new float[scales.length];
        for (int i = 0; i < scales.length; i++) {
            Shape shape = maps.get(i).getShape();
            heights[i] = (int) shape.get(2);
            widths[i] = (int) shape.get(3);
            floatScales[i] = (float) scales[i];
        }
        return new PyramidLevels(heights, widths, floatScales);
    }

    int count() {
        return scales.length;
    }

    /** Pixels of all maps of one image. */
    int pixels() {
        return starts()[count()];
    }

    /** For each level the pixels of the finer ones, and in the end those of all. */
    int[] starts() {
        int[] starts = new int[count() + 1];
        for (int i = 0; i < count(); i++) {
            starts[i + 1] = starts[i] + heights[i] * widths[i];
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
