package io.flamemark.maskrcnn.backbone;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.pooling.Pool;
import io.flamemark.maskrcnn.layers.ConvNorm;
import io.flamemark.maskrcnn.layers.Initializer;
import io.flamemark.maskrcnn.layers.Norm;
import io.flamemark.maskrcnn.layers.Scope;
import io.flamemark.maskrcnn.ops.AnchorGenerator.Grid;
import io.flamemark.maskrcnn.ops.Pyramid;
import io.flamemark.maskrcnn.ops.TorchFunction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Feature pyramid (Lin et al. 2017; torchvision's {@code FeaturePyramidNetwork} with {@code LastLevelMaxPool}): each
 * stage's output is brought to one width, the coarser level is enlarged and added, and a 3x3 convolution smooths the
 * sum. A fifth, coarsest level is every second pixel of the fourth. With group norm each convolution is followed by
 * one, and has no bias; with batch norm it is torchvision's plain pyramid.
 */
final class FeaturePyramid {

    private final List<ConvNorm> inner = new ArrayList<>();
    private final List<ConvNorm> smooth = new ArrayList<>();

    FeaturePyramid(Scope scope, Norm.Kind norm, int[] stageChannels, int channels) {
        for (int i = 0; i < stageChannels.length; i++) {
            inner.add(layer(scope.in("inner_blocks").in(i), norm, stageChannels[i], channels, 1));
            smooth.add(layer(scope.in("layer_blocks").in(i), norm, channels, channels, 3));
        }
    }

    private static ConvNorm layer(Scope scope, Norm.Kind kind, int in, int out, int kernel) {
        // torchvision's kaiming_uniform_(a=1).
        Initializer initializer = Initializer.uniformByInputs(Math.sqrt(3));
        return ConvNorm.normedOrBiased(scope, kind, in, out, kernel, initializer);
    }

    /**
     * Builds the pyramid.
     *
     * @param stages C2..C5, each {@code [N, stage's channels, H, W]} with half the H and W of the one before
     * @return P2..P6, {@code [N, channels, H, W]}; P2..P5 of their stages' sizes, P6 of half of P5's
     */
    NDList apply(NDList stages) {
        int coarsest = stages.size() - 1;
        NDArray[] levels = new NDArray[stages.size()];
        NDArray sum = inner.get(coarsest).apply(stages.get(coarsest));
        levels[coarsest] = smooth.get(coarsest).apply(sum);
        for (int i = coarsest - 1; i >= 0; i--) {
            try (NDArray coarser = sum;
                    NDArray enlarged = Enlarge.FUNCTION.apply(coarser, stages.get(i))) {
                sum = inner.get(i).sum(stages.get(i), enlarged);
            }
            levels[i] = smooth.get(i).apply(sum);
        }
        sum.close();
        NDList pyramid = new NDList(levels);
        pyramid.add(Pool.maxPool2d(levels[coarsest], new Shape(1, 1), new Shape(2, 2), new Shape(0, 0), false));
        return pyramid;
    }

    /** The sizes of P2..P6 over stages. */
    static Grid[] grids(NDList stages) {
        Grid[] same = Pyramid.grids(stages);
        Grid[] grids = Arrays.copyOf(same, same.length + 1);
        Grid last = same[same.length - 1];
        grids[same.length] = new Grid((last.height() + 1) / 2, (last.width() + 1) / 2);
        return grids;
    }

    /** Nearest-neighbour enlargement to another map's size; compiled on first use, kept for the life of the process. */
    private static final class Enlarge {

        static final TorchFunction FUNCTION = TorchFunction.compile(
                List.of("x", "like"),
                "return torch.upsample_nearest2d(x, [torch.size(like, 2), torch.size(like, 3)], None)");
    }
}
