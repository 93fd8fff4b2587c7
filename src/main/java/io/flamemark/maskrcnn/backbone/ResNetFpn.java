package io.flamemark.maskrcnn.backbone;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import io.flamemark.maskrcnn.layers.Norm;
import io.flamemark.maskrcnn.layers.Scope;

/** The backbone of Mask R-CNN: a residual network under a feature pyramid. */
public final class ResNetFpn {

    private final ResNet body;
    private final FeaturePyramid pyramid;

    /**
     * @param scope {@code backbone} in torchvision's names
     * @param channels width of every level of the pyramid
     */
    public ResNetFpn(Scope scope, ResNetKind kind, Norm.Kind norm, int channels) {
        body = new ResNet(scope.in("body"), kind, norm);
        int[] stageChannels = {kind.channels(1), kind.channels(2), kind.channels(3), kind.channels(4)};
        pyramid = new FeaturePyramid(scope.in("fpn"), norm, stageChannels, channels);
    }

    /**
     * @param images {@code [N, 3, H, W]}, H and W multiples of 32
     * @return P2..P6, each {@code [N, channels, H / s, W / s]} with s = 4, 8, 16, 32, 64 (rounded up)
     */
    public NDList apply(NDArray images) {
        return pyramid.apply(body.apply(images));
    }
}
