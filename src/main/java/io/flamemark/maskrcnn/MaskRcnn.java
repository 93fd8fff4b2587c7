package io.flamemark.maskrcnn;

import ai.djl.ndarray.NDList;
import io.flamemark.maskrcnn.backbone.ImageBatch;
import io.flamemark.maskrcnn.backbone.ResNetFpn;
import io.flamemark.maskrcnn.backbone.ResNetKind;
import io.flamemark.maskrcnn.layers.Norm;
import io.flamemark.maskrcnn.layers.Parameters;
import io.flamemark.maskrcnn.layers.Scope;
import io.flamemark.maskrcnn.ops.TorchRuntime;
import io.flamemark.maskrcnn.roi.RoiDetection;
import io.flamemark.maskrcnn.roi.RoiHeads;
import io.flamemark.maskrcnn.roi.RoiLosses;
import io.flamemark.maskrcnn.roi.Truth;
import io.flamemark.maskrcnn.rpn.Proposals;
import io.flamemark.maskrcnn.rpn.RegionProposalNetwork;
import io.flamemark.maskrcnn.rpn.RpnLosses;
import io.flamemark.run.RunConfig;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Mask R-CNN with a feature pyramid (He et al. 2017), in torchvision's parts and names. Arrays made on the way belong to
 * the manager of the batch's pixels: close it and they are gone.
 */
public final class MaskRcnn implements AutoCloseable {

    private final Parameters parameters;
    private final ResNetFpn backbone;
    private final RegionProposalNetwork rpn;
    private final RoiHeads roiHeads;

    /**
     * A network with start values.
     *
     * @param classes background included
     * @param seed of the start values
     */
    public MaskRcnn(RunConfig.Network network, RunConfig.Sampling sampling, int classes, long seed) {
        parameters = new Parameters(TorchRuntime.newManager(), seed);
        Scope root = new Scope(parameters, "");
        Norm.Kind norm = Norm.Kind.named(network.norm());
        int channels = network.fpnChannels();
        backbone = new ResNetFpn(root.in("backbone"), ResNetKind.named(network.backbone()), norm, channels);
        rpn = new RegionProposalNetwork(root.in("rpn"), channels, Anchors.forNetwork(network), sampling);
        roiHeads = new RoiHeads(root.in("roi_heads"), network, sampling, classes);
        TrainableStages.named(network.trainableStages()).apply(parameters);
    }

    /** The five losses on a batch; call inside a gradient collector to learn from them. */
    public NetworkLosses losses(ImageBatch batch, List<Truth> truths, RandomGenerator random) {
        NDList pyramid = backbone.apply(batch.pixels());
        return losses(pyramid, rpn.propose(batch, pyramid, true), truths, random);
    }

    private NetworkLosses losses(NDList pyramid, Proposals proposals, List<Truth> truths, RandomGenerator random) {
        RpnLosses first =
                rpn.losses(proposals, truths.stream().map(Truth::boxes).toList(), random);
        RoiLosses second = roiHeads.losses(pyramid, proposals.boxes(), truths, random);
        return new NetworkLosses(
                first.objectness(), first.boxRegression(), second.classifier(), second.boxRegression(), second.mask());
    }

    /** What validation asks of a network about a batch: how wrong it is, and what it finds. */
    public record Judgement(NetworkLosses losses, List<List<RoiDetection>> detections) {}

    /** Losses and detections from one pass over the images. */
    public Judgement judge(ImageBatch batch, List<Truth> truths, RandomGenerator random) {
        NDList pyramid = backbone.apply(batch.pixels());
        Proposals proposals = rpn.propose(batch, pyramid, false);
        return new Judgement(
                losses(pyramid, proposals, truths, random), roiHeads.detect(pyramid, proposals.boxes(), batch.sizes()));
    }

    /** For each image of the batch what was found, in network pixels, by falling score. */
    public List<List<RoiDetection>> detect(ImageBatch batch) {
        NDList pyramid = backbone.apply(batch.pixels());
        Proposals proposals = rpn.propose(batch, pyramid, false);
        return roiHeads.detect(pyramid, proposals.boxes(), batch.sizes());
    }

    public Parameters parameters() {
        return parameters;
    }

    @Override
    public void close() {
        parameters.close();
    }
}
