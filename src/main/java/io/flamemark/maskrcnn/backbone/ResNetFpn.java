package io.flamemark.maskrcnn.backbone;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import io.flamemark.maskrcnn.layers.Norm;
import io.flamemark.maskrcnn.layers.Scope;
import io.flamemark.maskrcnn.layers.WayBack;
import io.flamemark.maskrcnn.ops.Precision;
import io.flamemark.maskrcnn.ops.Pyramid;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The backbone of Mask R-CNN: a residual network under a feature pyramid (torchvision's {@code BackboneWithFPN}).
 */
public final class ResNetFpn {

    private final ResNet body;
    private final FeaturePyramid pyramid;
    private final Precision precision;

    /**
     * @param scope {@code backbone} in torchvision's names
     * @param width channels of the first residual stage, 64 in the paper
     * @param channels width of every level of the pyramid
     */
    public ResNetFpn(Scope scope, ResNetKind kind, Norm.Kind norm, int width, int channels) {
        precision = scope.precision();
        body = new ResNet(scope.in("body"), kind, norm, width);
        int[] stageChannels = IntStream.rangeClosed(1, 4)
                .map(stage -> kind.channels(stage, width))
                .toArray();
        pyramid = new FeaturePyramid(scope.in("fpn"), norm, stageChannels, channels);
    }

    /**
     * The residual network alone: what stays the same for an image as long as none of its stages trains.
     *
     * @param images {@code [N, 3, H, W]}, H and W multiples of 32
     * @param wayBack goes back through what is not kept
     * @return C2..C5, {@code [N, stage's channels, H / s, W / s]} with s = 4, 8, 16, 32
     */
    public NDList stages(NDArray images, WayBack wayBack) {
        return body.apply(images, wayBack);
    }

    /**
     * The feature pyramid over {@link #stages} and what lies beyond it, with the way back from there. Of a large batch
     * the pyramid's own maps are computed a second time then.
     *
     * @param part is given P2..P6 and {@linkplain WayBack#learn learns} from its losses
     * @return what the part returns
     */
    public <T> T beyondPyramid(NDList stages, WayBack wayBack, Function<Pyramid, T> part) {
        int frozen = body.frozenStages();
        if (!wayBack.isRecorded() || frozen == stages.size() || !LargeBatch.isOfFinest(stages.head(), precision)) {
            Pyramid whole = pyramid(stages);
            return wayBack.beyond(new NDList(whole.rows()), rows -> part.apply(whole.with(rows.head())));
        }
        return wayBack.beyond(stages.subNDList(frozen), own -> {
            NDList all = stages.subNDList(0, frozen).addAll(own);
            NDList rows =
                    wayBack.postponed(all, maps -> new NDList(pyramid(maps).rows()));
            return part.apply(new Pyramid(rows.head(), FeaturePyramid.grids(stages)));
        });
    }

    /**
     * The feature pyramid over {@link #stages}.
     *
     * @return P2..P6, {@code H / s} by {@code W / s} pixels each with s = 4, 8, 16, 32, 64 (rounded up)
     */
    public Pyramid pyramid(NDList stages) {
        try (NDList levels = pyramid.apply(stages)) {
            return Pyramid.of(levels);
        }
    }

    /** From images to P2..P6; call it without gradients. */
    public Pyramid apply(NDArray images) {
        try (NDList stages = stages(images, WayBack.none())) {
            return pyramid(stages);
        }
    }
}
