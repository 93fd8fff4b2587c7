package io.flamemark.maskrcnn.roi;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import io.flamemark.maskrcnn.backbone.ImageSize;
import io.flamemark.maskrcnn.layers.Norm;
import io.flamemark.maskrcnn.layers.Scope;
import io.flamemark.maskrcnn.layers.WayBack;
import io.flamemark.maskrcnn.ops.BalancedSampler;
import io.flamemark.maskrcnn.ops.Boxes;
import io.flamemark.maskrcnn.ops.Losses;
import io.flamemark.maskrcnn.ops.Pyramid;
import io.flamemark.maskrcnn.ops.RoiAlign;
import io.flamemark.run.RunConfig;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;

/** Class, box and mask of each proposal (He et al. 2017, Mask R-CNN; torchvision's {@code RoIHeads}). */
public final class RoiHeads {

    /** Sizes of P2..P5 relative to the images. */
    private static final double[] SCALES = {1.0 / 4, 1.0 / 8, 1.0 / 16, 1.0 / 32};

    /** Their maps of 256 channels take 12 MiB, four times as much when enlarged. */
    private static final int BOXES_OF_A_PART = 64;

    private final int classes;
    private final BoxHead boxHead;
    private final MaskHead maskHead;
    private final RoiSampler sampler;
    private final DetectionFilter filter;

    /**
     * @param scope {@code roi_heads} in torchvision's names
     * @param classes background included
     */
    public RoiHeads(Scope scope, RunConfig.Network network, RunConfig.Sampling sampling, int classes) {
        this.classes = classes;
        int channels = network.fpnChannels();
        boxHead = new BoxHead(scope, channels, network.headWidth(), classes);
        maskHead = new MaskHead(scope, Norm.Kind.named(network.norm()), channels, network.maskLayers(), classes);
        sampler = new RoiSampler(
                new BalancedSampler(sampling.roiBatchPerImage(), sampling.roiPositiveFraction()),
                network.isTorchvisions() ? TrainingRecipe.TORCHVISION : TrainingRecipe.SCRATCH);
        filter = new DetectionFilter(
                (float) sampling.scoreThreshold(), sampling.nmsThreshold(), sampling.detectionsPerImage());
    }

    /**
     * How wrong the heads are about a sample of the proposals; learns from each loss as soon as it is known.
     *
     * @param pyramid P2..P6; the heads use the first four
     * @param proposals for each image, flat xyxy, network pixels
     * @param sizes of the images without padding
     */
    public RoiLosses losses(
            Pyramid pyramid,
            List<float[]> proposals,
            List<Truth> truths,
            List<ImageSize> sizes,
            RandomGenerator random,
            WayBack wayBack) {
        RoiTargets targets = sampler.sample(proposals, truths, sizes, random);
        if (targets.labels().length == 0) {
            return new RoiLosses(0, 0, 0);
        }
        double[] ofBoxes = beyondPool(
                wayBack,
                pyramid,
                RoiAlign.of(BoxHead.POOLED, pyramid, SCALES, targets.boxes(), targets.imageOfBox()),
                pooled -> boxLosses(pooled, targets, wayBack));
        double mask = targets.positives().length == 0 ? 0 : maskLoss(pyramid, targets, wayBack);
        return new RoiLosses(ofBoxes[0], ofBoxes[1], mask);
    }

    private static <T> T beyondPool(WayBack wayBack, Pyramid pyramid, RoiAlign pool, Function<NDArray, T> part) {
        NDArray rows = pyramid.rows();
        WayBack.Detour detour = new WayBack.Detour(pool::pool, gradient -> pool.back(gradient, rows));
        return wayBack.beyond(rows, detour, part);
    }

    /** Those of the classes and of the boxes. */
    private double[] boxLosses(NDArray pooled, RoiTargets targets, WayBack wayBack) {
        BoxHead.Output output = boxHead.apply(pooled);
        NDArray labels = pooled.getManager().create(targets.labels());
        NDArray classifier = Losses.crossEntropy(output.logits(), labels);
        if (targets.positives().length == 0) {
            return new double[] {wayBack.learn(classifier)[0], 0};
        }
        return wayBack.learn(classifier, boxLoss(output, targets));
    }

    private NDArray boxLoss(BoxHead.Output output, RoiTargets targets) {
        NDManager manager = output.offsets().getManager();
        NDArray wanted = manager.create(targets.offsets(), new Shape(targets.positives().length, 4));
        NDArray predicted = output.offsets().reshape(-1, 4).get(manager.create(rowsOfPositives(targets)));
        return Losses.smoothL1Sum(predicted, wanted).div(manager.create((float) targets.labels().length));
    }

    /** In parts, each learnt from before the next is looked at: the masks' maps are the largest of all. */
    private double maskLoss(Pyramid pyramid, RoiTargets targets, WayBack wayBack) {
        float[] boxes = Boxes.select(targets.boxes(), targets.positives());
        int[] images = Arrays.stream(targets.positives())
                .map(i -> targets.imageOfBox()[i])
                .toArray();
        int[] labels =
                Arrays.stream(targets.positives()).map(i -> targets.labels()[i]).toArray();
        RoiAlign pool = RoiAlign.of(MaskHead.POOLED, pyramid, SCALES, boxes, images);
        return beyondPool(
                wayBack,
                pyramid,
                pool,
                pooled -> wayBack.beyond(
                        pooled.split(starts(labels.length)),
                        parts -> maskLoss(parts, labels, targets.masks(), wayBack)));
    }

    private double maskLoss(NDList parts, int[] labels, float[] masks, WayBack wayBack) {
        double sum = 0;
        int from = 0;
        for (NDArray part : parts) {
            int to = from + Math.toIntExact(part.getShape().get(0));
            sum += wayBack.learn(maskLoss(part, labels, masks, from, to))[0];
            from = to;
        }
        return sum;
    }

    /** The share that some of the boxes have in the mean over all. */
    private NDArray maskLoss(NDArray pooled, int[] labels, float[] masks, int from, int to) {
        NDManager manager = pooled.getManager();
        NDArray logits = ofLabels(maskHead.apply(pooled), Arrays.copyOfRange(labels, from, to));
        int cells = MaskHead.SIZE * MaskHead.SIZE;
        NDArray wanted = manager.create(Arrays.copyOfRange(masks, from * cells, to * cells), logits.getShape());
        return Losses.binaryCrossEntropyWithLogits(logits, wanted)
                .mul(manager.create((float) (to - from) / labels.length));
    }

    /** Where all parts but the first begin. */
    private static long[] starts(int boxes) {
        return LongStream.iterate(BOXES_OF_A_PART, start -> start < boxes, start -> start + BOXES_OF_A_PART)
                .toArray();
    }

    /** The rows of {@code [R * classes, ...]} that belong to the class of each positive. */
    private long[] rowsOfPositives(RoiTargets targets) {
        return Arrays.stream(targets.positives())
                .mapToLong(i -> (long) i * classes + targets.labels()[i])
                .toArray();
    }

    /** {@code [R, classes, 28, 28] -> [R, 28, 28]}, the mask of each box's own class. */
    private NDArray ofLabels(NDArray masks, int[] labels) {
        long[] rows = new long[labels.length];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = (long) i * classes + labels[i];
        }
        return masks.reshape(-1, MaskHead.SIZE, MaskHead.SIZE)
                .get(masks.getManager().create(rows));
    }

    /**
     * Finds the objects of each image.
     *
     * @param pyramid P2..P6; the heads use the first four
     * @param proposals for each image, flat xyxy, network pixels
     * @param sizes of the images without padding
     * @return for each image its detections by falling score
     */
    public List<List<RoiDetection>> detect(Pyramid pyramid, List<float[]> proposals, List<ImageSize> sizes) {
        List<List<RoiDetection>> found = new ArrayList<>();
        for (int image = 0; image < sizes.size(); image++) {
            found.add(detect(pyramid, image, proposals.get(image), sizes.get(image)));
        }
        return found;
    }

    private List<RoiDetection> detect(Pyramid pyramid, int image, float[] proposals, ImageSize size) {
        int count = Boxes.count(proposals);
        if (count == 0) {
            return List.of();
        }
        int[] images = new int[count];
        Arrays.fill(images, image);
        BoxHead.Output output = judged(pooled(BoxHead.POOLED, pyramid, proposals, images));
        DetectionFilter.Kept kept = filter.filter(
                output.logits().softmax(1).toFloatArray(), output.offsets().toFloatArray(), proposals, classes, size);
        return kept.labels().length == 0 ? List.of() : withMasks(pyramid, image, kept);
    }

    private BoxHead.Output judged(NDArray pooled) {
        try (pooled) {
            return boxHead.apply(pooled);
        }
    }

    private static NDArray pooled(int size, Pyramid pyramid, float[] boxes, int[] images) {
        return RoiAlign.of(size, pyramid, SCALES, boxes, images).pool(pyramid.rows());
    }

    private List<RoiDetection> withMasks(Pyramid pyramid, int image, DetectionFilter.Kept kept) {
        int[] images = new int[kept.labels().length];
        Arrays.fill(images, image);
        float[] masks = masks(pooled(MaskHead.POOLED, pyramid, kept.boxes(), images), kept.labels());
        int cells = MaskHead.SIZE * MaskHead.SIZE;
        List<RoiDetection> detections = new ArrayList<>();
        for (int i = 0; i < images.length; i++) {
            detections.add(new RoiDetection(
                    kept.labels()[i],
                    kept.scores()[i],
                    Arrays.copyOfRange(kept.boxes(), 4 * i, 4 * i + 4),
                    Arrays.copyOfRange(masks, i * cells, (i + 1) * cells)));
        }
        return detections;
    }

    /** In parts, for the same reason as in training. */
    private float[] masks(NDArray pooled, int[] labels) {
        int cells = MaskHead.SIZE * MaskHead.SIZE;
        FloatBuffer all = FloatBuffer.allocate(labels.length * cells);
        try (pooled;
                NDList parts = pooled.split(starts(labels.length))) {
            for (NDArray part : parts) {
                int from = all.position() / cells;
                int to = from + Math.toIntExact(part.getShape().get(0));
                try (NDArray logits = ofLabels(maskHead.apply(part), Arrays.copyOfRange(labels, from, to))) {
                    all.put(Activation.sigmoid(logits).toFloatArray());
                }
            }
        }
        return all.array();
    }
}
