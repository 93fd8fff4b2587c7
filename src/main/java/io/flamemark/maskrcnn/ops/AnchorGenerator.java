package io.flamemark.maskrcnn.ops;

/**
 * The boxes a region proposal network starts from: at each pixel of each level, one box for each size and aspect ratio,
 * with corners rounded to whole pixels, as torchvision's {@code AnchorGenerator} makes them.
 *
 * @param sizes for each level, finest first, the sides of the square anchors in image pixels
 * @param ratios height to width, the same for all levels
 */
public record AnchorGenerator(int[][] sizes, float[] ratios) {

    /** The size of one level's map. */
    public record Grid(int height, int width) {

        /** How many there are. */
        public int pixels() {
            return height * width;
        }
    }

    /** A, the anchors at each pixel of a level. */
    public int perPixel(int level) {
        return sizes[level].length * ratios.length;
    }

    /**
     * All anchors of an image.
     *
     * @param grids the sizes of the feature maps, finest first
     * @param imageHeight of the batch as the network sees it, with padding, in pixels
     * @param imageWidth likewise
     * @return flat xyxy; by level, then row, then column, then ratio, then size
     */
    public float[] anchors(Grid[] grids, int imageHeight, int imageWidth) {
        if (grids.length != sizes.length) {
            throw new IllegalArgumentException(
                    grids.length + " feature maps for anchors of " + sizes.length + " levels");
        }
        int count = 0;
        for (int level = 0; level < grids.length; level++) {
            count += grids[level].pixels() * perPixel(level);
        }
        float[] anchors = new float[4 * count];
        int at = 0;
        for (int level = 0; level < grids.length; level++) {
            Grid grid = grids[level];
            int strideY = imageHeight / grid.height();
            int strideX = imageWidth / grid.width();
            at = place(base(level), grid, strideY, strideX, anchors, at);
        }
        return anchors;
    }

    private static int place(float[] base, Grid grid, int strideY, int strideX, float[] anchors, int start) {
        int at = start;
        for (int y = 0; y < grid.height(); y++) {
            for (int x = 0; x < grid.width(); x++) {
                for (int i = 0; i < base.length; i += 2) {
                    anchors[at++] = base[i] + x * strideX;
                    anchors[at++] = base[i + 1] + y * strideY;
                }
            }
        }
        return at;
    }

    /** The anchors about the origin. Halves round to even, as in PyTorch. */
    private float[] base(int level) {
        float[] base = new float[4 * perPixel(level)];
        int at = 0;
        for (float ratio : ratios) {
            float heightRatio = (float) Math.sqrt(ratio);
            float widthRatio = 1 / heightRatio;
            for (int size : sizes[level]) {
                float x = (float) Math.rint(widthRatio * size / 2);
                float y = (float) Math.rint(heightRatio * size / 2);
                base[at++] = -x;
                base[at++] = -y;
                base[at++] = x;
                base[at++] = y;
            }
        }
        return base;
    }
}
