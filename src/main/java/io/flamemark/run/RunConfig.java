package io.flamemark.run;

import io.flamemark.weights.Architecture;
import java.util.List;

/**
 * Everything that decides how a run trains; frozen into the run directory as {@code config.json}. Each field says why
 * it is there and what it trades. A value that no training can use is refused when a group is made, with an {@link
 * IllegalArgumentException} whose message names the field; values that are sound but do not go together are refused by
 * {@link RunStore}, before a run is made.
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
        Tuning tuning,
        Augmenting augmenting,
        Validation validation,
        Machine machine) {

    public static final int VERSION = 2;

    /** The coarsest stage has one place for so many pixels along each side. */
    static final int STRIDE = 32;

    public static final List<String> BACKBONES = List.of("resnet18", "resnet34", "resnet50", "resnet101");
    public static final List<String> NORMS = List.of("group", "batch", "frozen");
    public static final List<String> RECIPES = List.of("scratch", "torchvision");
    public static final List<String> STAGES = List.of("heads", "5+", "4+", "3+", "all");
    public static final List<String> OPTIMIZERS = List.of("sgd", "adamw");
    public static final List<String> SCHEDULES = List.of("constant", "step", "cosine");
    public static final List<String> PRECISIONS = List.of("auto", "float32", "bfloat16");

    /** A graphics card is never insisted on: the usual build has no engine for one. */
    public static final List<String> DEVICES = List.of("auto", "cpu");

    /** Group norm parts the channels into so many groups. */
    public static final int NORM_GROUPS = 16;

    /** A configuration without finer points: the usual {@link Tuning}. */
    public RunConfig(
            int version,
            String preset,
            Network network,
            Sampling sampling,
            Optimization optimization,
            Augmenting augmenting,
            Validation validation,
            Machine machine) {
        this(version, preset, network, sampling, optimization, Tuning.USUAL, augmenting, validation, machine);
    }

    /** Images that a step learns from, over all its batches. */
    public int imagesAStep() {
        return optimization.batchSize() * tuning.accumulate();
    }

    /**
     * The network.
     *
     * @param backbone resnet18, resnet34, resnet50 or resnet101: deeper sees more and is slower
     * @param backboneChannels width of its first stage, doubled from stage to stage; 64 in the paper and in all
     *     pretrained weights, less is faster, at most 256
     * @param norm {@code group}: learns from nothing with small batches; {@code batch}: batch norm that learns, which
     *     wants a batch of 8 or more; {@code frozen}: batch norm with the statistics of pretrained weights, only
     *     sensible with them
     * @param recipe {@code torchvision}: sees and learns exactly as torchvision's Mask R-CNN does, which is what
     *     pretrained weights expect; {@code scratch}: smaller anchors for smaller inputs, finer mask targets and boxes
     *     near the true ones among the samples, which is what lets a network learn from nothing
     * @param weights what it starts from: {@code none}, published weights by name, or a file; see {@link StartingWeights}
     * @param minSize shorter side of the image as the network sees it, pixels: small fires need more, time grows with
     *     its square
     * @param maxSize limit of the longer side, pixels; both sizes are at most 16384
     * @param fpnChannels width of the feature pyramid, 256 in the paper; less is faster, at most 2048
     * @param headWidth width of the two box-head layers, 1024 in the paper, at most 8192
     * @param maskLayers convolutions of the mask head, 4 in the paper, at most 16
     * @param trainableStages {@code heads}, {@code 5+}, {@code 4+}, {@code 3+} or {@code all}: what is not named stays
     *     as loaded
     */
    public record Network(
            String backbone,
            int backboneChannels,
            String norm,
            String recipe,
            String weights,
            int minSize,
            int maxSize,
            int fpnChannels,
            int headWidth,
            int maskLayers,
            String trainableStages) {

        public Network {
            Limits.oneOf(BACKBONES, "backbone", backbone);
            Limits.oneOf(NORMS, "norm", norm);
            Limits.oneOf(STAGES, "trainableStages", trainableStages);
            Limits.between(1, Architecture.WIDEST_BACKBONE, "backboneChannels", backboneChannels);
            Limits.oneOf(RECIPES, "recipe", recipe);
            Limits.between(STRIDE, Limits.MOST_PIXELS, "minSize", minSize);
            Limits.between(STRIDE, Limits.MOST_PIXELS, "maxSize", maxSize);
            Limits.between(1, Architecture.WIDEST_PYRAMID, "fpnChannels", fpnChannels);
            Limits.between(1, Architecture.WIDEST_HEAD, "headWidth", headWidth);
            Limits.between(0, Architecture.MOST_MASK_LAYERS, "maskLayers", maskLayers);
        }

        /** Whether training starts from no weights at all. */
        public boolean startsFromNothing() {
            return weights.equals(StartingWeights.NONE);
        }

        /** Whether the network sees and learns as torchvision's does, rather than as one that learns from nothing. */
        public boolean isTorchvisions() {
            return recipe.equals("torchvision");
        }

        /**
         * torchvision's {@code maskrcnn_resnet50_fpn}, or its like on another backbone, as it is fine-tuned: the last
         * three stages learn.
         *
         * @param weights what it starts from: {@code coco} or a file
         */
        public static Network torchvision(String backbone, String weights) {
            return new Network(backbone, 64, "frozen", "torchvision", weights, 800, 1333, 256, 1024, 4, "3+");
        }
    }

    /**
     * How many anchors, proposals and regions one image contributes; 100,000 at most.
     *
     * @param rpnBatchPerImage anchors judged an image (256 in torchvision)
     * @param proposalsBeforeNms per level in training (2000)
     * @param proposalsAfterNms per image in training (2000): fewer is faster
     * @param roiBatchPerImage regions the heads learn from, an image (512)
     * @param roiPositiveFraction the share of them that holds an object (0.25)
     * @param detectionsPerImage kept at the end (100)
     * @param scoreThreshold detections that score no more are dropped (0.05)
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
            Limits.between(1, Limits.MOST_AN_IMAGE, "rpnBatchPerImage", rpnBatchPerImage);
            Limits.between(1, Limits.MOST_AN_IMAGE, "proposalsBeforeNms", proposalsBeforeNms);
            Limits.between(1, Limits.MOST_AN_IMAGE, "proposalsAfterNms", proposalsAfterNms);
            Limits.between(1, Limits.MOST_AN_IMAGE, "roiBatchPerImage", roiBatchPerImage);
            Limits.share("roiPositiveFraction", roiPositiveFraction);
            Limits.between(1, Limits.MOST_AN_IMAGE, "detectionsPerImage", detectionsPerImage);
            Limits.share("scoreThreshold", scoreThreshold);
            Limits.share("nmsThreshold", nmsThreshold);
        }

        /** torchvision's numbers. */
        public static Sampling torchvision() {
            return new Sampling(256, 2000, 2000, 512, 0.25, 100, 0.05, 0.5);
        }
    }

    /**
     * The way downhill.
     *
     * @param optimizer {@code sgd} or {@code adamw}
     * @param epochs rounds; one is {@code stepsPerEpoch} steps
     * @param stepsPerEpoch 0: as many as see each training image once
     * @param batchSize images a step, at most 4096
     * @param learningRate the peak
     * @param momentum SGD's
     * @param weightDecay pull towards zero that restrains overfitting; see {@link Tuning} for norms and biases
     * @param warmupSteps linear rise to the peak: without it the first steps can diverge
     * @param schedule {@code constant}, {@code step} (two drops) or {@code cosine} (a smooth fall), see {@link Tuning}
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
            Limits.oneOf(OPTIMIZERS, "optimizer", optimizer);
            Limits.oneOf(SCHEDULES, "schedule", schedule);
            Limits.atLeast(1, "epochs", epochs);
            Limits.atLeast(0, "stepsPerEpoch", stepsPerEpoch);
            Limits.between(1, Limits.MOST_AT_ONCE, "batchSize", batchSize);
            Limits.positive("learningRate", learningRate);
            Limits.share("momentum", momentum);
            Limits.atLeast(0, "weightDecay", weightDecay);
            Limits.atLeast(0, "warmupSteps", warmupSteps);
            Limits.atLeast(0, "clipNorm", clipNorm);
        }
    }

    /**
     * The finer points of the way downhill. Each means what it means in PyTorch and torchvision's reference training.
     *
     * @param nesterov SGD looks ahead along its momentum: often a little faster, sometimes less steady
     * @param decayAll weight decay on norms and biases too, PyTorch's default; without, they are free to fit
     * @param backboneRate the backbone's learning rate as a share of the others': pretrained layers know much already,
     *     and a tenth keeps it
     * @param accumulate batches whose gradients are averaged before the weights change: the steadiness of a large batch
     *     without its memory, at its time
     * @param warmupFactor the share of the peak at which the rise begins (1/1000 in torchvision)
     * @param firstDrop where the step schedule drops first, as a share of all steps (2/3)
     * @param secondDrop where it drops again (8/9)
     * @param dropFactor what a drop leaves of the learning rate (0.1)
     * @param cosineEnd the share of the peak at which the cosine ends; a little keeps the last epochs useful
     */
    public record Tuning(
            boolean nesterov,
            boolean decayAll,
            double backboneRate,
            int accumulate,
            double warmupFactor,
            double firstDrop,
            double secondDrop,
            double dropFactor,
            double cosineEnd) {

        public static final Tuning USUAL = new Tuning(false, false, 1, 1, 0.001, 0.667, 0.889, 0.1, 0.01);

        public Tuning {
            Limits.positive("backboneRate", backboneRate);
            Limits.between(1, Limits.MOST_AT_ONCE, "accumulate", accumulate);
            Limits.share("warmupFactor", warmupFactor);
            Limits.share("firstDrop", firstDrop);
            Limits.share("secondDrop", secondDrop);
            Limits.share("dropFactor", dropFactor);
            Limits.share("cosineEnd", cosineEnd);
        }
    }

    /**
     * How epochs are judged.
     *
     * @param everyEpochs validate after each so many epochs
     * @param patience stop after so many validations in a row without a better one, so many times {@code everyEpochs}
     *     epochs; 0 never stops early
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
     * @param device {@code auto}: a graphics card where there is one that this build can use, or else the processor;
     *     {@code cpu}: the processor
     * @param featureCache megabytes of disk for what a frozen backbone sees, while a run lasts: with trainableStages
     *     {@code heads} and no variation but mirrors each image is looked at once, not in every epoch; 0 for none
     * @param precision {@code float32}; {@code bfloat16}: the factors of convolutions in half the bits, weights and
     *     losses in 32, quicker where the processor has instructions for it and much slower elsewhere; {@code auto}:
     *     trains in the one that was measured to be quicker and looks in 32 bits
     */
    public record Machine(int threads, long seed, String device, int featureCache, String precision) {

        private static final int USUAL_CACHE = 8192;

        public Machine {
            Limits.between(0, Limits.MOST_AT_ONCE, "threads", threads);
            if (device.equals("gpu")) {
                throw new IllegalArgumentException(
                        "device has to be auto or cpu, not gpu: auto takes a graphics card where there is one that this"
                                + " build can use");
            }
            Limits.oneOf(DEVICES, "device", device);
            Limits.atLeast(0, "featureCache", featureCache);
            Limits.oneOf(PRECISIONS, "precision", precision);
        }

        /** With the usual cache, in the precision that suits the machine. */
        public Machine(int threads, long seed, String device) {
            this(threads, seed, device, USUAL_CACHE, "auto");
        }
    }
}
