package io.flamemark.maskrcnn.ops;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;

/**
 * RoIAlign over the levels of a feature pyramid, with gradients to the features: each box takes its features from the
 * level that suits its size, sampled bilinearly at 2 x 2 points in each of S x S bins and averaged (He et al. 2017,
 * Mask R-CNN; Lin et al. 2017, FPN, equation 1). Equal to torchvision's {@code MultiScaleRoIAlign} with
 * {@code sampling_ratio=2} and {@code aligned=False}.
 *
 * <p>DJL has no such operator. The bilinear weights do not depend on the features, so the whole of it is one sparse
 * matrix times the features laid out as rows, which PyTorch knows as {@code embedding_bag}; {@link RoiSampling} works
 * out the matrix.
 */
public final class RoiAlign {

    private final int outputSize;

    /** @param outputSize S, the bins along each side of a box: 7 for the box head, 14 for the mask head */
    public RoiAlign(int outputSize) {
        this.outputSize = outputSize;
    }

    /**
     * Pools the features of boxes.
     *
     * @param pyramid whose finest levels are pooled from
     * @param scales the size of each of these levels relative to the images, such as 1/4: a power of two
     * @param boxes R boxes, flat xyxy, in pixels of the images as the network sees them
     * @param imageOfBox for each box the index of its image in the batch
     * @return {@code [R, C, S, S]}, attached to the manager of the pyramid
     */
    public NDArray align(Pyramid pyramid, double[] scales, float[] boxes, int[] imageOfBox) {
        PyramidLevels levels = PyramidLevels.of(pyramid.grids(), scales);
        int count = imageOfBox.length;
        NDManager manager = pyramid.manager();
        if (count == 0) {
            return manager.zeros(new Shape(0, pyramid.channels(), outputSize, outputSize));
        }
        RoiSampling sampling = RoiSampling.of(levels, pyramid.pixels(), boxes, imageOfBox, outputSize);
        // The arrays share Java's memory, which the backward pass still reads: they live as long as the features.
        try (NDArray rows = pyramid.rows().reshape(-1, pyramid.channels())) {
            return BagSum.FUNCTION.apply(
                    rows,
                    manager.create(sampling.rows()),
                    manager.create(sampling.offsets(), new Shape(count, outputSize, outputSize)),
                    manager.create(sampling.weights()));
        }
    }

    /** Compiled on first use and kept for the life of the process. */
    private static final class BagSum {

        static final TorchFunction FUNCTION =
                TorchFunction.compile(List.of("features", "rows", "offsets", "weights"), """
                starts = torch.reshape(offsets, [-1])
                bags, _0, _1, _2 = torch.embedding_bag(features, rows, starts, False, 0, False, weights)
                s = torch.size(offsets, 1)
                boxes = torch.reshape(bags, [torch.size(offsets, 0), s, s, torch.size(features, 1)])
                return torch.permute(boxes, [0, 3, 1, 2])
                """);
    }
}
