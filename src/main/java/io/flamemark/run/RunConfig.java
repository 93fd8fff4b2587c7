package io.flamemark.run;

import java.util.List;

/**
 * Everything that decides how a run trains; frozen into the run directory as {@code config.json}. Each field says why
 * it is there and what it trades. A value that no training can use is refused when a group is made, with an {@link
 * IllegalArgumentException} whose message names the field; names of network parts are the network's own to refuse.
 *
 * @param version of this layout, raised when a field changes its meaning
 * @param preset the preset this came from, for the run list; the fields below are what counts
 */
public record RunConfig(
        int version,
        String preset,
        Network network,
        Sampling sampling,
        Optimization optimization,
        Augmenting augmenting,
        Validation validation,
        Machine machine) {

    public static final int VERSION = 1;

    /** The coarsest level of the pyramid has one place for so many pixels. */
    private static final int SMALLEST_SIDE = 32;

    private static final List<String> DEVICES = List.of("cpu", "gpu");

    /**
     * The network.
     *
     * @param backbone resnet18, resnet34, resnet50 or resnet101: deeper sees more and is slower
     * @param norm {@code group}: learns from nothing with small batches; {@code frozen}: batch norm with the statistics
     *     of pretrained weights, only sensible with them
     * @param weights what training starts from: {@code none}, {@code coco}, or a file
     * @param minSize shorter side of the image as the network sees it, pixels: small fires need more, time grows with
     *     its square
     * @param maxSize limit of the longer side, pixels
     * @param fpnChannels width of the feature pyramid, 256 in the paper; less is faster
     * @param headWidth width of the two box-head layers, 1024 in the paper
     * @param maskLayers convolutions of the mask head, 4 in the paper
     * @param trainableStages {@code heads}, {@code 5+}, {@code 4+}, {@code 3+} or {@code all}: what is not named stays
     *     as loaded
     */
    public record Network(
            String backbone,
            String norm,
            String weights,
            int minSize,
            int maxSize,
            int fpnChannels,
            int headWidth,
            int maskLayers,
            String trainableStages) {

        public Network {
            Limits.atLeast(SMALLEST_SIDE, "minSize", minSize);
            Limits.atLeast(SMALLEST_SIDE, "maxSize", maxSize);
            Limits.atLeast(1, "fpnChannels", fpnChannels);
            Limits.atLeast(1, "headWidth", headWidth);
            Limits.atLeast(0, "maskLayers", maskLayers);
        }
    }

    /**
     * How many anchors, proposals and regions one image contributes.
     *
     * @param rpnBatchPerImage anchors judged an image (256 in torchvision)
     * @param proposalsBeforeNms per level in training (2000)
     * @param proposalsAfterNms per image in training (2000): fewer is faster
     * @param roiBatchPerImage regions the heads learn from, an image (512)
     * @param roiPositiveFraction the share of them that holds an object (0.25)
     * @param detectionsPerImage kept at the end (100)
     * @param scoreThreshold detections below it are dropped (0.05)
     * @param nmsThreshold IoU above which the weaker of two detections goes (0.5)
     */
    public record Sampling(
            int rpnBatchPerImage,
            int proposalsBeforeNms,
            int proposalsAfterNms,
            int roiBatchPerImage,
            double roiPositiveFraction,
            int detectionsPerImage,
            double scoreThreshold,
            double nmsThreshold) {

        public Sampling {
            Limits.atLeast(1, "rpnBatchPerImage", rpnBatchPerImage);
            Limits.atLeast(1, "proposalsBeforeNms", proposalsBeforeNms);
            Limits.atLeast(1, "proposalsAfterNms", proposalsAfterNms);
            Limits.atLeast(1, "roiBatchPerImage", roiBatchPerImage);
            Limits.share("roiPositiveFraction", roiPositiveFraction);
            Limits.atLeast(1, "detectionsPerImage", detectionsPerImage);
            Limits.share("scoreThreshold", scoreThreshold);
            Limits.share("nmsThreshold", nmsThreshold);
        }
    }

    /**
     * The way downhill.
     *
     * @param optimizer {@code sgd} or {@code adamw}
     * @param epochs rounds; one is {@code stepsPerEpoch} steps
     * @param stepsPerEpoch 0: as many as see each training image once
     * @param batchSize images a step
     * @param learningRate the peak
     * @param momentum SGD's
     * @param weightDecay pull towards zero; none on norms and biases
     * @param warmupSteps linear rise to the peak: without it the first steps can diverge
     * @param schedule {@code constant}, {@code step} or {@code cosine}
     * @param clipNorm largest gradient norm, 0 for none: one odd image must not ruin the weights
     */
    public record Optimization(
            String optimizer,
            int epochs,
            int stepsPerEpoch,
            int batchSize,
            double learningRate,
            double momentum,
            double weightDecay,
            int warmupSteps,
            String schedule,
            double clipNorm) {

        public Optimization {
            Limits.atLeast(1, "epochs", epochs);
            Limits.atLeast(0, "stepsPerEpoch", stepsPerEpoch);
            Limits.atLeast(1, "batchSize", batchSize);
            Limits.positive("learningRate", learningRate);
            Limits.share("momentum", momentum);
            Limits.atLeast(0, "weightDecay", weightDecay);
            Limits.atLeast(0, "warmupSteps", warmupSteps);
            Limits.atLeast(0, "clipNorm", clipNorm);
        }
    }

    /**
     * How training images are varied; validation and test images never are.
     *
     * @param flip chance of a left-right mirror: fire has no handedness
     * @param scaleJitter the size varies by up to this share, 0..1
     * @param crop chance of a crop that keeps at least one object
     * @param colorJitter strength of brightness, contrast and tint changes, 0..1; moderate, since colour is evidence
     */
    public record Augmenting(double flip, double scaleJitter, double crop, double colorJitter) {

        public Augmenting {
            Limits.share("flip", flip);
            Limits.share("scaleJitter", scaleJitter);
            Limits.share("crop", crop);
            Limits.share("colorJitter", colorJitter);
        }
    }

    /**
     * How epochs are judged.
     *
     * @param everyEpochs validate after each so many epochs
     * @param patience stop after so many validations without a better one; 0 never stops early
     */
    public record Validation(int everyEpochs, int patience) {

        public Validation {
            Limits.atLeast(1, "everyEpochs", everyEpochs);
            Limits.atLeast(0, "patience", patience);
        }
    }

    /**
     * The machine's part.
     *
     * @param threads libtorch's CPU threads, 0 for all cores
     * @param seed of weights, order, samples and augmentation
     */
    public record Machine(int threads, long seed, String device) {

        public Machine {
            Limits.atLeast(0, "threads", threads);
            Limits.oneOf(DEVICES, "device", device);
        }
    }
}
