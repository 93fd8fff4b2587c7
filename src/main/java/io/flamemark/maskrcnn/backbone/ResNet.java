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
import io.flamemark.maskrcnn.ops.TorchRuntime;
import java.util.ArrayList;
import java.util.List;

/** A residual network without its classifier (He et al. 2015; torchvision's {@code ResNet}, with its names). */
final class ResNet {

    /** From so many pixels of C2 on, one image of 512x512, what the first blocks keep is worth computing twice. */
    private static final long MANY_PIXELS = 128 * 128;

    private final ConvNorm stem;
    private final boolean repeatable;
    private final List<List<ResidualBlock>> stages = new ArrayList<>();

    /**
     * @param scope {@code backbone.body} in torchvision's names
     * @param width channels of the stem and the first stage, 64 in the paper
     */
    ResNet(Scope scope, ResNetKind kind, Norm.Kind norm, int width) {
        // Batch norm would count its statistics twice.
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

    /** {@code [N, 3, H, W]} to the outputs of the four stages, at 1/4, 1/8, 1/16 and 1/32 of the size. */
    NDList apply(NDArray images, WayBack wayBack) {
        NDArray x = isWorthRepeating(images) ? wayBack.postponed(() -> finest(images)) : finest(images);
        NDList outputs = new NDList(x);
        for (List<ResidualBlock> stage : stages.subList(1, stages.size())) {
            x = through(stage, x);
            outputs.add(x);
        }
        return outputs;
    }

    /** The stem and the first stage: the largest maps of all, for a small share of the work. */
    private NDArray finest(NDArray images) {
        try (NDArray edges = stem.rectified(images);
                NDArray pooled = Pool.maxPool2d(edges, new Shape(3, 3), new Shape(2, 2), new Shape(1, 1), false)) {
            return through(stages.get(0), pooled);
        }
    }

    private boolean isWorthRepeating(NDArray images) {
        Shape shape = images.getShape();
        return repeatable
                && TorchRuntime.recordsGradients()
                && stem.conv().weight().hasGradient()
                && shape.get(0) * (shape.get(2) / 4) * (shape.get(3) / 4) >= MANY_PIXELS;
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
