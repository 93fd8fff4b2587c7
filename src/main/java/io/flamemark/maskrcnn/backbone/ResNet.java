package io.flamemark.maskrcnn.backbone;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.pooling.Pool;
import io.flamemark.maskrcnn.layers.ConvNorm;
import io.flamemark.maskrcnn.layers.Initializer;
import io.flamemark.maskrcnn.layers.Norm;
import io.flamemark.maskrcnn.layers.Scope;
import java.util.ArrayList;
import java.util.List;

/** A residual network without its classifier (He et al. 2015; torchvision's {@code ResNet}, with its names). */
final class ResNet {

    private final ConvNorm stem;
    private final List<List<ResidualBlock>> stages = new ArrayList<>();

    /**
     * @param scope {@code backbone.body} in torchvision's names
     * @param width channels of the stem and the first stage, 64 in the paper
     */
    ResNet(Scope scope, ResNetKind kind, Norm.Kind norm, int width) {
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
    NDList apply(NDArray images) {
        NDArray x;
        try (NDArray edges = stem.rectified(images)) {
            x = Pool.maxPool2d(edges, new Shape(3, 3), new Shape(2, 2), new Shape(1, 1), false);
        }
        NDList outputs = new NDList(stages.size());
        for (List<ResidualBlock> stage : stages) {
            x = through(stage, x);
            outputs.add(x);
        }
        return outputs;
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
