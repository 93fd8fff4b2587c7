package io.flamemark.maskrcnn.backbone;

import ai.djl.ndarray.NDArray;
import io.flamemark.maskrcnn.layers.ConvNorm;
import io.flamemark.maskrcnn.layers.Initializer;
import io.flamemark.maskrcnn.layers.Norm;
import io.flamemark.maskrcnn.layers.Scope;
import java.util.List;

/**
 * One residual block: convolutions and norms with rectifiers between them, added to the input (or its projection where
 * the shape changes). Basic blocks have two 3x3 convolutions, bottlenecks 1x1, 3x3, 1x1 with the stride in the middle,
 * as in torchvision.
 */
final class ResidualBlock {

    /** A bottleneck is so many times narrower than what leaves it. */
    static final int BOTTLENECK = 4;

    private final List<ConvNorm> inner;
    private final ConvNorm last;

    /** Null where the input is added as it is. */
    private final ConvNorm projection;

    private ResidualBlock(List<ConvNorm> inner, ConvNorm last, ConvNorm projection) {
        this.inner = inner;
        this.last = last;
        this.projection = projection;
    }

    static ResidualBlock basic(Scope scope, Norm.Kind norm, int in, int out, int stride) {
        return new ResidualBlock(
                List.of(layer(scope, 1, norm, in, out, 3, stride)),
                last(scope, 2, norm, out, out, 3),
                projection(scope, norm, in, out, stride));
    }

    static ResidualBlock bottleneck(Scope scope, Norm.Kind norm, int in, int out, int stride) {
        int width = out / BOTTLENECK;
        return new ResidualBlock(
                List.of(layer(scope, 1, norm, in, width, 1, 1), layer(scope, 2, norm, width, width, 3, stride)),
                last(scope, 3, norm, width, out, 1),
                projection(scope, norm, in, out, stride));
    }

    private static ConvNorm layer(Scope scope, int index, Norm.Kind norm, int in, int out, int kernel, int stride) {
        return normed(scope.in("conv" + index), scope.in("bn" + index), norm, in, out, kernel, stride, 1);
    }

    /** Its scale starts at 0, so that the block starts as the identity (Goyal et al. 2017, section 5.1). */
    private static ConvNorm last(Scope scope, int index, Norm.Kind norm, int in, int out, int kernel) {
        return normed(scope.in("conv" + index), scope.in("bn" + index), norm, in, out, kernel, 1, 0);
    }

    private static ConvNorm projection(Scope scope, Norm.Kind norm, int in, int out, int stride) {
        Scope down = scope.in("downsample");
        return in == out && stride == 1 ? null : normed(down.in(0), down.in(1), norm, in, out, 1, stride, 1);
    }

    private static ConvNorm normed(
            Scope conv, Scope bn, Norm.Kind norm, int in, int out, int kernel, int stride, float firstScale) {
        return new ConvNorm(
                conv.conv(in, out, kernel, stride, Initializer.heNormal()), norm.create(bn, out, firstScale));
    }

    /** Whether its weights are not frozen. */
    boolean trains() {
        return last.conv().weight().hasGradient();
    }

    /** {@code [N, in, H, W] -> [N, out, ceil(H / stride), ceil(W / stride)]}. */
    NDArray apply(NDArray x) {
        try (NDArray y = ConvNorm.rectified(inner, x)) {
            if (projection == null) {
                return last.rectifiedSum(y, x);
            }
            try (NDArray skip = projection.apply(x)) {
                return last.rectifiedSum(y, skip);
            }
        }
    }
}
