package io.flamemark.maskrcnn.ops;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

/**
 * RoIAlign over the levels of a feature pyramid: each box takes its features from the level that suits its size, sampled
 * bilinearly at 2 x 2 points in each of S x S bins and averaged (He et al. 2017, Mask R-CNN; Lin et al. 2017, FPN,
 * equation 1). Equal to torchvision's {@code MultiScaleRoIAlign} with {@code sampling_ratio=2} and
 * {@code aligned=False}.
 *
 * <p>DJL has no such operator. The bilinear weights do not depend on the features, so the whole of it is one sparse
 * matrix times the pyramid's pixels, and its way back the transposed matrix times the gradients; {@link RoiSampling}
 * works out the matrix.
 */
public final class RoiAlign {

    private final SparseMatrix sampling;
    private final int boxes;
    private final int outputSize;
    private final int pixels;
    private final long channels;

    private RoiAlign(SparseMatrix sampling, int boxes, int outputSize, int pixels, long channels) {
        this.sampling = sampling;
        this.boxes = boxes;
        this.outputSize = outputSize;
        this.pixels = pixels;
        this.channels = channels;
    }

    /**
     * What to read where.
     *
     * @param outputSize S, the bins along each side of a box: 7 for the box head, 14 for the mask head
     * @param pyramid whose finest levels are pooled from
     * @param scales the size of each of these levels relative to the images, such as 1/4: a power of two
     * @param boxes R boxes, flat xyxy, in pixels of the images as the network sees them
     * @param imageOfBox for each box the index of its image in the batch
     */
    public static RoiAlign of(int outputSize, Pyramid pyramid, double[] scales, float[] boxes, int[] imageOfBox) {
        PyramidLevels levels = PyramidLevels.of(pyramid.grids(), scales);
        SparseMatrix sampling = RoiSampling.of(levels, pyramid.pixels(), boxes, imageOfBox, outputSize);
        int pixels = Math.toIntExact(pyramid.rows().getShape().get(0)) * pyramid.pixels();
        return new RoiAlign(sampling, imageOfBox.length, outputSize, pixels, pyramid.channels());
    }

    /**
     * Pools the features of the boxes; call it without gradients.
     *
     * @param rows of the pyramid, {@code [N, sum(H * W), C]}
     * @return {@code [R, C, S, S]}, attached to the manager of the rows; its channels lie side by side
     */
    public NDArray pool(NDArray rows) {
        if (boxes == 0) {
            return rows.getManager().zeros(new Shape(0, channels, outputSize, outputSize));
        }
        try (NDArray features = rows.reshape(-1, channels);
                NDArray bins = sampling.times(features);
                NDArray ofBoxes = bins.reshape(boxes, outputSize, outputSize, channels)) {
            return ofBoxes.transpose(0, 3, 1, 2);
        }
    }

    /**
     * The way back; call it without gradients.
     *
     * @param gradient of what was pooled, {@code [R, C, S, S]}
     * @param like rows of the pyramid, {@code [N, sum(H * W), C]}
     * @return their gradient
     */
    public NDArray back(NDArray gradient, NDArray like) {
        try (NDArray ofBoxes = gradient.transpose(0, 2, 3, 1);
                NDArray bins = ofBoxes.reshape(-1, channels);
                NDArray features = sampling.transposed(pixels).times(bins)) {
            return features.reshape(like.getShape());
        }
    }
}
