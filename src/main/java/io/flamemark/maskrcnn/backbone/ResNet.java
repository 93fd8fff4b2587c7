package io.flamemark.maskrcnn.backbone;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.pooling.Pool;
import io.flamemark.maskrcnn.layers.ConvNorm;
import io.flamemark.maskrcnn.layers.Initializer;
import io.flamemark.maskrcnn.layers.Norm;
import io.flamemark.maskrcnn.layers.Scope;
import io.flamemark.maskrcnn.layers.WayBack;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A residual network without its classifier (He et al. 2015, Deep Residual Learning; torchvision's
 * {@code ResNet}, with its names).
 */
final class ResNet {

    /** Of a large batch so many of the first stages are computed twice rather than kept. */
    private static final int REPEATED_STAGES = 2;

    private final ConvNorm stem;
    private final boolean repeatable;
    private final List<List<ResidualBlock>> stages = new ArrayList<>();

    /**
     * @param scope {@code backbone.body} in torchvision's names
     * @param width channels of the stem and the first stage, 64 in the paper
     */
    ResNet(Scope scope, ResNetKind kind, Norm.Kind norm, int width) {
        // Batch norm would move its statistics twice.
        repeatable = norm != Norm.Kind.BATCH;
        stem = new ConvNorm(
                scope.in("conv1").conv(3, width, 7, 2, Initializer.heNormal()), norm.create(scope.in("bn1"), width, 1));
        int in = width;
        for (int stage = 1; stage <= 4; stage++) {
            int out = kind.channels(stage, width);
            stages.add(stage(scope.in("layer" + stage), kind, norm, kind.blocks(stage), in, out, stage > 1 ? 2 : 1));
            in = out;
        }
    }

    private static List<ResidualBlock> stage(
            Scope scope, ResNetKind kind, Norm.Kind norm, int count, int in, int out, int firstStride) {
        List<ResidualBlock> blocks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int blockIn = i == 0 ? in : out;
            int stride = i == 0 ? firstStride : 1;
            Scope at = scope.in(i);
            blocks.add(
                    kind.bottleneck()
                            ? ResidualBlock.bottleneck(at, norm, blockIn, out, stride)
                            : ResidualBlock.basic(at, norm, blockIn, out, stride));
        }
        return blocks;
    }

    /**
     * The outputs of the four stages.
     *
     * @param images {@code [N, 3, H, W]}
     * @return C2..C5, {@code [N, stage's channels, H / s, W / s]} with s = 4, 8, 16, 32 (rounded up)
     */
    NDList apply(NDArray images, WayBack wayBack) {
        boolean repeats = repeatable
                && wayBack.isRecorded()
                && stem.conv().weight().hasGradient()
                && LargeBatch.isOfImages(images, stem.conv().precision());
        NDArray x = repeats ? postponed(images, this::finest, wayBack) : finest(images);
        NDList outputs = new NDList(x);
        for (List<ResidualBlock> stage : stages.subList(1, stages.size())) {
            x = repeats && outputs.size() < REPEATED_STAGES
                    ? postponed(x, input -> through(stage, input), wayBack)
                    : through(stage, x);
            outputs.add(x);
        }
        return outputs;
    }

    private static NDArray postponed(NDArray input, UnaryOperator<NDArray> part, WayBack wayBack) {
        return wayBack.postponed(new NDList(input), one -> new NDList(part.apply(one.head())))
                .head();
    }

    /** The stem and the first stage: the largest maps of all, for a small share of the work. */
    private NDArray finest(NDArray images) {
        try (NDArray edges = stem.rectified(images);
                NDArray pooled = Pool.maxPool2d(edges, new Shape(3, 3), new Shape(2, 2), new Shape(1, 1), false)) {
            return through(stages.get(0), pooled);
        }
    }

    /** How many stages do not train, from the first one on. */
    int frozenStages() {
        return (int) stages.stream().takeWhile(stage -> !stage.get(0).trains()).count();
    }

    /** Gives up the maps between blocks; what the way back needs of them is kept by PyTorch. */
    private static NDArray through(List<ResidualBlock> stage, NDArray input) {
        NDArray x = stage.get(0).apply(input);
        for (ResidualBlock block : stage.subList(1, stage.size())) {
            try (NDArray before = x) {
                x = block.apply(before);
            }
        }
        return x;
    }
}
