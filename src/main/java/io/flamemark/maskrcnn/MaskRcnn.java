package io.flamemark.maskrcnn;

import static io.flamemark.maskrcnn.DetectionTransform.toOriginals;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import io.flamemark.detection.Detections;
import io.flamemark.imaging.RgbImage;
import io.flamemark.maskrcnn.backbone.ImageBatch;
import io.flamemark.maskrcnn.backbone.ResNetFpn;
import io.flamemark.maskrcnn.backbone.ResNetKind;
import io.flamemark.maskrcnn.layers.Norm;
import io.flamemark.maskrcnn.layers.Parameters;
import io.flamemark.maskrcnn.layers.Scope;
import io.flamemark.maskrcnn.layers.WayBack;
import io.flamemark.maskrcnn.ops.Precision;
import io.flamemark.maskrcnn.ops.Pyramid;
import io.flamemark.maskrcnn.ops.TorchRuntime;
import io.flamemark.maskrcnn.roi.RoiDetection;
import io.flamemark.maskrcnn.roi.RoiHeads;
import io.flamemark.maskrcnn.roi.RoiLosses;
import io.flamemark.maskrcnn.roi.Truth;
import io.flamemark.maskrcnn.rpn.Proposals;
import io.flamemark.maskrcnn.rpn.RegionProposalNetwork;
import io.flamemark.maskrcnn.rpn.RpnLosses;
import io.flamemark.run.LossBreakdown;
import io.flamemark.run.RunConfig;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Mask R-CNN with a feature pyramid (He et al. 2017), in torchvision's parts and names. Arrays made on the way belong
 * to the manager of the batch: close it and they are gone.
 */
public final class MaskRcnn implements AutoCloseable {

    private final Parameters parameters;
    private final DetectionTransform transform;
    private final ResNetFpn backbone;
    private final RegionProposalNetwork rpn;
    private final RoiHeads roiHeads;

    /**
     * A network with start values.
     *
     * @param classes background included
     * @param seed of the start values
     * @throws IllegalArgumentException if no such network can be made
     */
    public MaskRcnn(RunConfig.Network network, RunConfig.Sampling sampling, int classes, long seed) {
        this(network, sampling, classes, seed, Precision.FLOAT32);
    }

    /** The same in a precision of choice. */
    public MaskRcnn(
            RunConfig.Network network, RunConfig.Sampling sampling, int classes, long seed, Precision precision) {
        this(network, sampling, classes, new Parameters(TorchRuntime.newManager(), seed), precision);
    }

    private MaskRcnn(
            RunConfig.Network network,
            RunConfig.Sampling sampling,
            int classes,
            Parameters parameters,
            Precision precision) {
        this.parameters = parameters;
        transform = DetectionTransform.of(network);
        Scope root = new Scope(parameters, "", precision);
        int channels = network.fpnChannels();
        try {
            Norm.Kind norm = Norm.Kind.named(network.norm());
            ResNetKind kind = ResNetKind.named(network.backbone());
            backbone = new ResNetFpn(root.in("backbone"), kind, norm, network.backboneChannels(), channels);
            rpn = new RegionProposalNetwork(root.in("rpn"), channels, Anchors.forNetwork(network), sampling);
            roiHeads = new RoiHeads(root.in("roi_heads"), network, sampling, classes);
            TrainableStages.named(network.trainableStages()).apply(parameters);
        } catch (RuntimeException e) {
            // Where memory was short, too: who goes on without this network needs what it has taken.
            parameters.close();
            throw e;
        }
    }

    /**
     * The names and shapes of a network's tensors, without any of its memory.
     *
     * @throws IllegalArgumentException if no such network can be made
     */
    public static Parameters planned(RunConfig.Network network, RunConfig.Sampling sampling, int classes) {
        return new MaskRcnn(network, sampling, classes, Parameters.planned(), Precision.FLOAT32).parameters;
    }

    /** A network of zeros, for one whose weights are about to be loaded. */
    public static MaskRcnn blank(RunConfig.Network network, RunConfig.Sampling sampling, int classes) {
        return blank(network, sampling, classes, Precision.FLOAT32);
    }

    /** The same in a precision of choice. */
    public static MaskRcnn blank(
            RunConfig.Network network, RunConfig.Sampling sampling, int classes, Precision precision) {
        return new MaskRcnn(network, sampling, classes, Parameters.zeros(TorchRuntime.newManager()), precision);
    }

    /**
     * Finds the objects of images; call it without gradients.
     *
     * @param scratch owns the arrays made on the way
     * @param images of any size
     * @return for each image its objects by falling score, in its own pixels
     */
    public List<Detections> forward(NDManager scratch, List<RgbImage> images) {
        ImageBatch batch = transform.resizedBatch(scratch, images);
        Pyramid pyramid = backbone.apply(batch.pixels());
        Proposals proposals = rpn.propose(batch, pyramid, false);
        return toOriginals(roiHeads.detect(pyramid, proposals.boxes(), batch.sizes()), batch.sizes(), images);
    }

    /**
     * C2..C5 of a batch: what the pyramid and the heads start from, and all that frozen stages have to say.
     *
     * @param images {@code [N, 3, H, W]} as {@link ImageBatch} has them
     * @param wayBack goes back through what is not kept
     * @return {@code [N, stage's channels, H / s, W / s]} with s = 4, 8, 16, 32
     */
    public NDList stages(NDArray images, WayBack wayBack) {
        return backbone.stages(images, wayBack);
    }

    /**
     * Learns from a batch whose {@link #stages} are known: goes back from each loss as far as the postponed stages.
     *
     * @param truths for each image its objects, network pixels
     * @param random draws the anchors and regions that are learned from
     * @return the five losses
     */
    public LossBreakdown learn(
            ImageBatch batch, NDList stages, List<Truth> truths, RandomGenerator random, WayBack wayBack) {
        return backbone.beyondPyramid(
                stages,
                wayBack,
                pyramid -> losses(batch, pyramid, rpn.propose(batch, pyramid, true), truths, random, wayBack));
    }

    private LossBreakdown losses(
            ImageBatch batch,
            Pyramid pyramid,
            Proposals proposals,
            List<Truth> truths,
            RandomGenerator random,
            WayBack wayBack) {
        RpnLosses first =
                rpn.losses(proposals, truths.stream().map(Truth::boxes).toList(), random, wayBack);
        RoiLosses second = roiHeads.losses(pyramid, proposals.boxes(), truths, batch.sizes(), random, wayBack);
        return new LossBreakdown(
                first.objectness(), first.boxRegression(), second.classifier(), second.boxRegression(), second.mask());
    }

    /** What validation asks of a network about a batch: how wrong it is, and what it finds. */
    public record Judgement(LossBreakdown losses, List<List<RoiDetection>> detections) {}

    /** Losses and detections from one pass over the images, whose {@link #stages} are known. */
    public Judgement judge(ImageBatch batch, NDList stages, List<Truth> truths, RandomGenerator random) {
        Pyramid pyramid = backbone.pyramid(stages);
        Proposals proposals = rpn.propose(batch, pyramid, false);
        return new Judgement(
                losses(batch, pyramid, proposals, truths, random, WayBack.none()),
                roiHeads.detect(pyramid, proposals.boxes(), batch.sizes()));
    }

    /** All tensors of the network, by torchvision's names. */
    public Parameters parameters() {
        return parameters;
    }

    @Override
    public void close() {
        parameters.close();
    }
}
