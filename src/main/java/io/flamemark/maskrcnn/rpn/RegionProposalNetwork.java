package io.flamemark.maskrcnn.rpn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.flamemark.maskrcnn.backbone.ImageBatch;
import io.flamemark.maskrcnn.backbone.ImageSize;
import io.flamemark.maskrcnn.layers.Scope;
import io.flamemark.maskrcnn.layers.WayBack;
import io.flamemark.maskrcnn.ops.AnchorGenerator;
import io.flamemark.maskrcnn.ops.BalancedSampler;
import io.flamemark.maskrcnn.ops.Losses;
import io.flamemark.maskrcnn.ops.Pyramid;
import io.flamemark.maskrcnn.ops.TorchRuntime;
import io.flamemark.run.RunConfig.Sampling;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Proposes boxes that may hold an object and learns to (Ren et al. 2015, Faster R-CNN, section 3; torchvision's class
 * of that name).
 */
public final class RegionProposalNetwork {

    /** torchvision's; there are seldom as many. */
    private static final double POSITIVE_FRACTION = 0.5;

    private final AnchorGenerator generator;
    private final RpnHead head;
    private final BalancedSampler sampler;
    private final ProposalFilter whileTraining;
    private final ProposalFilter whileDetecting;

    /**
     * @param scope {@code rpn} in torchvision's names
     * @param channels width of the pyramid
     */
    public RegionProposalNetwork(Scope scope, int channels, AnchorGenerator generator, Sampling sampling) {
        this.generator = generator;
        head = new RpnHead(scope.in("head"), channels, generator.perPixel(0));
        sampler = new BalancedSampler(sampling.rpnBatchPerImage(), POSITIVE_FRACTION);
        whileTraining = new ProposalFilter(sampling.proposalsBeforeNms(), sampling.proposalsAfterNms());
        // torchvision's share: 2000 in training, 1000 in use.
        whileDetecting = new ProposalFilter(
                Math.max(1, sampling.proposalsBeforeNms() / 2), Math.max(1, sampling.proposalsAfterNms() / 2));
    }

    /**
     * Proposes boxes. They are plain numbers: no gradient flows through them, as in Faster R-CNN.
     *
     * @param pyramid P2..P6 of the batch, {@code H / s} by {@code W / s} pixels each with s = 4, 8, 16, 32, 64
     * @param training whether as many proposals are made as training samples from
     */
    public Proposals propose(ImageBatch batch, Pyramid pyramid, boolean training) {
        AnchorGenerator.Grid[] grids = pyramid.grids();
        float[] anchors =
                generator.anchors(grids, batch.padded().height(), batch.padded().width());
        int[] levelSizes = new int[grids.length];
        for (int i = 0; i < grids.length; i++) {
            levelSizes[i] = grids[i].pixels() * generator.perPixel(i);
        }
        ProposalFilter filter = training ? whileTraining : whileDetecting;
        List<Judged> judged = new ArrayList<>();
        // Boxes carry no gradient, so none is prepared; the losses look again at the few anchors they sample.
        try (RpnHead.Output output = TorchRuntime.withoutGradients(() -> head.apply(pyramid))) {
            for (int image = 0; image < batch.sizes().size(); image++) {
                judged.add(Judged.of(output, image, batch.sizes().get(image)));
            }
        }
        List<float[]> boxes = judged.parallelStream()
                .map(one -> filter.filter(one.logits, one.offsets, anchors, levelSizes, one.size))
                .toList();
        return new Proposals(boxes, new Proposals.Origin(pyramid, anchors));
    }

    /** What the head says about the anchors of one image. */
    private record Judged(float[] logits, float[] offsets, ImageSize size) {

        static Judged of(RpnHead.Output output, int image, ImageSize size) {
            try (NDArray logits = output.logits().get(image);
                    NDArray offsets = output.offsets().get(image)) {
                return new Judged(logits.toFloatArray(), offsets.toFloatArray(), size);
            }
        }
    }

    /**
     * How wrong the proposals of a batch are; learns from it.
     *
     * @param truths for each image its true boxes, flat xyxy, network pixels
     */
    public RpnLosses losses(Proposals proposals, List<float[]> truths, RandomGenerator random, WayBack wayBack) {
        Proposals.Origin origin = proposals.origin();
        RpnTargets targets = RpnTargets.sample(origin.anchors(), truths, sampler, random);
        if (targets.sampled().length == 0) {
            return new RpnLosses(0, 0);
        }
        NDManager manager = origin.pyramid().manager();
        RpnHead.Output output = head.judge(origin.pyramid(), targets.sampled());
        NDArray objectness = Losses.binaryCrossEntropyWithLogits(output.logits(), manager.create(targets.objectness()));
        if (targets.positives().length == 0) {
            return new RpnLosses(wayBack.learn(objectness)[0], 0);
        }
        NDArray predicted = output.offsets().get(manager.create(targets.positives()));
        NDArray wanted = manager.create(targets.offsets(), new Shape(targets.positives().length, 4));
        NDArray boxes = Losses.smoothL1Sum(predicted, wanted).div(manager.create((float) targets.sampled().length));
        double[] values = wayBack.learn(objectness, boxes);
        return new RpnLosses(values[0], values[1]);
    }
}
