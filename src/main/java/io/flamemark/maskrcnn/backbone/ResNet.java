package io.flamemark.maskrcnn.backbone;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.pooling.Pool;
import io.flamemark.maskrcnn.layers.Conv2d;
import io.flamemark.maskrcnn.layers.Initializer;
import io.flamemark.maskrcnn.layers.Norm;
import io.flamemark.maskrcnn.layers.Scope;
import java.util.ArrayList;
import java.util.List;

/** A residual network without its classifier (He et al. 2015), named as torchvision names it. */
final class ResNet {

    private final Conv2d stem;
    private final Norm stemNorm;
    private final List<List<ResidualBlock>> stages = new ArrayList<>();

    ResNet(Scope scope, ResNetKind kind, Norm.Kind norm) {
        stem = scope.in("conv1").conv(3, 64, 7, 2, Initializer.heNormal());
        stemNorm = norm.create(scope.in("bn1"), 64, 1);
        int in = 64;
        for (int stage = 1; stage <= 4; stage++) {
            stages.add(stage(scope.in("layer" + stage), kind, norm, in, stage));
            in = kind.channels(stage);
        }
    }

    private static List<ResidualBlock> stage(Scope scope, ResNetKind kind, Norm.Kind norm, int in, int stage) {
        List<ResidualBlock> blocks = new ArrayList<>();
        int out = kind.channels(stage);
        for (int i = 0; i < kind.blocks(stage); i++) {
            int blockIn = i == 0 ? in : out;
            int stride = i == 0 && stage > 1 ? 2 : 1;
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
        NDArray x = Activation.relu(stemNorm.apply(stem.apply(images)));
        x = Pool.maxPool2d(x, new Shape(3, 3), new Shape(2, 2), new Shape(1, 1), false);
        NDList outputs = new NDList(stages.size());
        for (List<ResidualBlock> stage : stages) {
            for (ResidualBlock block : stage) {
                x = block.apply(x);
            }
            outputs.add(x);
        }
        return outputs;
    }
}
