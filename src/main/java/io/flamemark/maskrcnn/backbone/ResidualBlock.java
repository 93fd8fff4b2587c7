package io.flamemark.maskrcnn.backbone;

import ai.djl.ndarray.NDArray;
import io.flamemark.maskrcnn.layers.ConvNorm;
import io.flamemark.maskrcnn.layers.Initializer;
import io.flamemark.maskrcnn.layers.Norm;
import io.flamemark.maskrcnn.layers.Scope;
import java.util.List;

/**
 * One residual block: convolutions and norms with rectifiers between them, added to the input (or its projection where
 * the shape changes). Basic blocks have two 3x3 convolutions, bottlenecks 1x1, 3x3, 1x1 with the stride in the middle, as
 * in torchvision.
 */
final class ResidualBlock {

    private final List<ConvNorm> layers;
    private final ConvNorm projection;

    private ResidualBlock(List<ConvNorm> layers, ConvNorm projection) {
        this.layers = layers;
        this.projection = projection;
    }

    static ResidualBlock basic(Scope scope, Norm.Kind norm, int in, int out, int stride) {
        List<ConvNorm> layers =
                List.of(layer(scope, 1, norm, in, out, 3, stride, 1), layer(scope, 2, norm, out, out, 3, 1, 0));
        return new ResidualBlock(layers, projection(scope, norm, in, out, stride));
    }

    static ResidualBlock bottleneck(Scope scope, Norm.Kind norm, int in, int out, int stride) {
        int width = out / 4;
        List<ConvNorm> layers = List.of(
                layer(scope, 1, norm, in, width, 1, 1, 1),
                layer(scope, 2, norm, width, width, 3, stride, 1),
                layer(scope, 3, norm, width, out, 1, 1, 0));
        return new ResidualBlock(layers, projection(scope, norm, in, out, stride));
    }

    private static ConvNorm layer(
            Scope scope, int index, Norm.Kind norm, int in, int out, int kernel, int stride, float firstScale) {
        return new ConvNorm(
                scope.in("conv" + index).conv(in, out, kernel, stride, Initializer.heNormal()),
                norm.create(scope.in("bn" + index), out, firstScale));
    }

    private static ConvNorm projection(Scope scope, Norm.Kind norm, int in, int out, int stride) {
        if (in == out && stride == 1) {
            return null;
        }
        Scope down = scope.in("downsample");
        return new ConvNorm(
                down.in(0).conv(in, out, 1, stride, Initializer.heNormal()), norm.create(down.in(1), out, 1));
    }

    /** Whether its weights are not frozen. */
    boolean trains() {
        return layers.get(0).conv().weight().hasGradient();
    }

    /** {@code [N, in, H, W] -> [N, out, ceil(H / stride), ceil(W / stride)]}. */
    NDArray apply(NDArray x) {
        NDArray y = x;
        for (ConvNorm layer : layers.subList(0, layers.size() - 1)) {
            NDArray next = layer.rectified(y);
            closeUnlessInput(y, x);
            y = next;
        }
        NDArray skip = projection == null ? x : projection.apply(x);
        NDArray sum = layers.get(layers.size() - 1).rectifiedSum(y, skip);
        closeUnlessInput(y, x);
        closeUnlessInput(skip, x);
        return sum;
    }

    /** Gives up a map that only this block has seen; what the way back needs of it is kept by PyTorch. */
    private static void closeUnlessInput(NDArray map, NDArray input) {
        if (map != input) {
            map.close();
        }
    }
}
