package io.flamemark.maskrcnn.ops;

import java.util.Arrays;

/**
 * RoIAlign as a sparse matrix: for each output bin the pixels of the {@link Pyramid} it reads and their weights. Bins
 * follow each other by box, then row, then column. A bin outside the map reads none and is 0.
 */
final class RoiSampling {

    private RoiSampling() {}

    /**
     * @param pixelsOfImage rows of each image, of levels that no box falls to, too
     * @return {@code [boxes * outputSize * outputSize, images * pixelsOfImage]}
     */
    static SparseMatrix of(PyramidLevels pyramid, int pixelsOfImage, float[] boxes, int[] imageOfBox, int outputSize) {
        return new Builder(pyramid, pixelsOfImage, imageOfBox.length, outputSize)
                .addAll(boxes, imageOfBox)
                .build();
    }

    private static final class Builder {

        private static final int MOST_TAPS_OF_BIN = AxisTaps.MOST_TAPS * AxisTaps.MOST_TAPS;

        private final PyramidLevels pyramid;
        private final int[] levelStarts;
        private final int imageRows;
        private final int size;
        private final AxisTaps acrossX;
        private final AxisTaps acrossY;
        private final int[] offsets;
        private final int[] rows;
        private final float[] weights;
        private int bins;
        private int taps;

        Builder(PyramidLevels pyramid, int pixelsOfImage, int boxes, int outputSize) {
            this.pyramid = pyramid;
            levelStarts = pyramid.starts();
            imageRows = pixelsOfImage;
            size = outputSize;
            acrossX = new AxisTaps(outputSize);
            acrossY = new AxisTaps(outputSize);
            offsets = new int[boxes * outputSize * outputSize];
            rows = new int[offsets.length * MOST_TAPS_OF_BIN];
            weights = new float[rows.length];
        }

        Builder addAll(float[] boxes, int[] imageOfBox) {
            for (int box = 0; box < imageOfBox.length; box++) {
                int level = pyramid.levelOf(boxes, box);
                float scale = pyramid.scales()[level];
                int at = 4 * box;
                acrossX.cover(boxes[at] * scale, boxes[at + 2] * scale, pyramid.widths()[level]);
                acrossY.cover(boxes[at + 1] * scale, boxes[at + 3] * scale, pyramid.heights()[level]);
                addBins(imageOfBox[box] * imageRows + levelStarts[level], pyramid.widths()[level]);
            }
            return this;
        }

        private void addBins(int firstRow, int width) {
            for (int y = 0; y < size; y++) {
                for (int x = 0; x < size; x++) {
                    offsets[bins++] = taps;
                    addTaps(y, x, firstRow, width);
                }
            }
        }

        private void addTaps(int y, int x, int firstRow, int width) {
            for (int i = 0; i < acrossY.count(y); i++) {
                int row = firstRow + acrossY.pixel(y, i) * width;
                float weight = acrossY.weight(y, i);
                for (int j = 0; j < acrossX.count(x); j++) {
                    rows[taps] = row + acrossX.pixel(x, j);
                    weights[taps++] = weight * acrossX.weight(x, j);
                }
            }
        }

        SparseMatrix build() {
            return new SparseMatrix(Arrays.copyOf(rows, taps), offsets, Arrays.copyOf(weights, taps));
        }
    }
}
