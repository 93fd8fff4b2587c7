package io.flamemark.maskrcnn.rpn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.flamemark.maskrcnn.layers.Conv2d;
import io.flamemark.maskrcnn.layers.Initializer;
import io.flamemark.maskrcnn.layers.Scope;
import io.flamemark.maskrcnn.ops.Precision;
import io.flamemark.maskrcnn.ops.Pyramid;
import io.flamemark.maskrcnn.ops.TorchFunction;
import java.util.List;

/**
 * Judges every anchor: one shared convolution, then a logit and four offsets for each (Ren et al. 2015; torchvision's
 * {@code RPNHead}).
 */
final class RpnHead {

    /**
     * What the head says about anchors.
     *
     * @param logits of all anchors {@code [N, anchors]} in the order of {@code AnchorGenerator}, or of those asked for
     *     {@code [S]}; above 0 where an object is more likely than not
     * @param offsets {@code [N, anchors, 4]} or {@code [S, 4]}
     */
    record Output(NDArray logits, NDArray offsets) implements AutoCloseable {

        @Override
        public void close() {
            logits.close();
            offsets.close();
        }
    }

    /** A logit and four offsets. */
    private static final int VALUES = 5;

    private final int anchorsPerPixel;
    private final Conv2d shared;
    private final Conv2d logits;
    private final Conv2d offsets;

    /** @param scope {@code rpn.head} */
    RpnHead(Scope scope, int channels, int anchorsPerPixel) {
        this.anchorsPerPixel = anchorsPerPixel;
        Initializer initializer = Initializer.normal(0.01);
        shared = scope.in("conv").in(0).in(0).convWithBias(channels, channels, 3, initializer);
        Scope predictors = scope.with(Precision.FLOAT32);
        logits = predictors.in("cls_logits").convWithBias(channels, anchorsPerPixel, 1, initializer);
        offsets = predictors.in("bbox_pred").convWithBias(channels, 4 * anchorsPerPixel, 1, initializer);
    }

    /** Judges all anchors of a pyramid P2..P6. */
    Output apply(Pyramid pyramid) {
        try (NDList levels = pyramid.levels();
                NDList allLogits = new NDList(levels.size());
                NDList allOffsets = new NDList(levels.size())) {
            for (NDArray level : levels) {
                try (NDArray x = shared.rectified(level)) {
                    allLogits.add(byAnchor(logits.apply(x), 1));
                    allOffsets.add(byAnchor(offsets.apply(x), 4));
                }
            }
            return new Output(NDArrays.concat(allLogits, 1).squeeze(2), NDArrays.concat(allOffsets, 1));
        }
    }

    /**
     * Judges some anchors only, from the pixels they depend on. A loss looks at a few hundred of a hundred thousand
     * anchors: with this the way back is not taken for all the others, whose gradient is zero.
     *
     * @param anchors places in the list of all anchors of all images, at least one
     * @return logits {@code [S]} and offsets {@code [S, 4]}
     */
    Output judge(Pyramid pyramid, long[] anchors) {
        AnchorPatches patches = AnchorPatches.of(anchors, pyramid.grids(), anchorsPerPixel);
        NDManager manager = pyramid.manager();
        NDArray judged = Patches.FUNCTION.apply(
                pyramid.rows(),
                manager.create(patches.pixels()),
                manager.create(patches.inside(), new Shape(patches.inside().length, 1)),
                shared.weight(),
                shared.bias(),
                logits.weight(),
                logits.bias(),
                offsets.weight(),
                offsets.bias());
        NDArray values = judged.reshape(-1);
        Picked picked = pick(anchors);
        return new Output(
                values.get(manager.create(picked.logits)),
                values.get(manager.create(picked.offsets)).reshape(-1, 4));
    }

    /** Where the values of each anchor stand among those of its pixel: first all logits, then all offsets. */
    private record Picked(long[] logits, long[] offsets) {}

    private Picked pick(long[] anchors) {
        long[] first = new long[anchors.length];
        long[] rest = new long[4 * anchors.length];
        for (int row = 0; row < anchors.length; row++) {
            long start = (long) row * VALUES * anchorsPerPixel;
            long anchor = anchors[row] % anchorsPerPixel;
            first[row] = start + anchor;
            for (int i = 0; i < 4; i++) {
                rest[4 * row + i] = start + anchorsPerPixel + 4 * anchor + i;
            }
        }
        return new Picked(first, rest);
    }

    /** {@code [N, A * values, H, W] -> [N, H * W * A, values]}. */
    private static NDArray byAnchor(NDArray map, int values) {
        long images = map.getShape().get(0);
        return map.transpose(0, 2, 3, 1).reshape(images, -1, values);
    }

    /** The whole head at single pixels; compiled on first use, kept for the life of the process. */
    private static final class Patches {

        static final TorchFunction FUNCTION = TorchFunction.compile(
                List.of("pyramid", "pixels", "inside", "weight", "bias", "lweight", "lbias", "oweight", "obias"), """
                c = torch.size(pyramid, 2)
                rows = torch.reshape(pyramid, [-1, c])
                seen = torch.reshape(torch.mul(torch.index_select(rows, 0, pixels), inside), [-1, torch.mul(c, 9)])
                kernel = torch.reshape(torch.permute(weight, [2, 3, 1, 0]), [-1, torch.size(weight, 0)])
                hidden = torch.relu_(torch.addmm(bias, seen, kernel))
                logits = torch.addmm(lbias, hidden, torch.t(torch.reshape(lweight, [torch.size(lweight, 0), -1])))
                offsets = torch.addmm(obias, hidden, torch.t(torch.reshape(oweight, [torch.size(oweight, 0), -1])))
                return torch.cat([logits, offsets], 1)
                """);
    }
}
