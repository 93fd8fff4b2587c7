package io.flamemark.maskrcnn.backbone;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Activation;
import io.flamemark.maskrcnn.layers.Conv2d;
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

    private record Layer(Conv2d conv, Norm norm) {

        NDArray apply(NDArray x) {
            return norm.apply(conv.apply(x));
        }
    }

    private final List<Layer> layers;
    private final Layer projection;

    private ResidualBlock(List<Layer> layers, Layer projection) {
        this.layers = layers;
        this.projection = projection;
    }

    static ResidualBlock basic(Scope scope, Norm.Kind norm, int in, int out, int stride) {
        List<Layer> layers =
                List.of(layer(scope, 1, norm, in, out, 3, stride, 1), layer(scope, 2, norm, out, out, 3, 1, 0));
        return new ResidualBlock(layers, projection(scope, norm, in, out, stride));
    }

    static ResidualBlock bottleneck(Scope scope, Norm.Kind norm, int in, int out, int stride) {
        int width = out / 4;
        List<Layer> layers = List.of(
                layer(scope, 1, norm, in, width, 1, 1, 1),
                layer(scope, 2, norm, width, width, 3, stride, 1),
                layer(scope, 3, norm, width, out, 1, 1, 0));
        return new ResidualBlock(layers, projection(scope, norm, in, out, stride));
    }

    private static Layer layer(
            Scope scope, int index, Norm.Kind norm, int in, int out, int kernel, int stride, float firstScale) {
        return new Layer(
                scope.in("conv" + index).conv(in, out, kernel, stride, Initializer.heNormal()),
                norm.create(scope.in("bn" + index), out, firstScale));
    }

    private static Layer projection(Scope scope, Norm.Kind norm, int in, int out, int stride) {
        if (in == out && stride == 1) {
            return null;
        }
        Scope down = scope.in("downsample");
        return new Layer(down.in(0).conv(in, out, 1, stride, Initializer.heNormal()), norm.create(down.in(1), out, 1));
    }

    /** {@code [N, in, H, W] -> [N, out, ceil(H / stride), ceil(W / stride)]}. */
    NDArray apply(NDArray x) {
        NDArray y = x;
        for (int i = 0; i < layers.size(); i++) {
            y = layers.get(i).apply(y);
            if (i < layers.size() - 1) {
                y = Activation.relu(y);
            }
        }
        return Activation.relu(y.add(projection == null ? x : projection.apply(x)));
    }
}
