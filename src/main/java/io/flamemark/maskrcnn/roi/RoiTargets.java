package io.flamemark.maskrcnn.roi;

import io.flamemark.maskrcnn.ops.BalancedSampler;
import io.flamemark.maskrcnn.ops.BoxCoder;
import io.flamemark.maskrcnn.ops.Boxes;
import io.flamemark.maskrcnn.ops.Matcher;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * The boxes the heads learn from, over a batch, and what they should say about them.
 *
 * @param boxes R boxes, flat xyxy, network pixels
 * @param imageOfBox the image of each
 * @param labels the class of each, 0 for background
 * @param positives the indices of those that hold an object
 * @param offsets for each positive the offsets to its true box, flat
 * @param masks for each positive its mask, {@code 28 * 28} values
 */
record RoiTargets(float[] boxes, int[] imageOfBox, int[] labels, int[] positives, float[] offsets, float[] masks) {

    private static final int NEIGHBOURS = 6;

    private static final float LARGEST_SHIFT = 0.25f;

    private static final int MASK_CELLS = MaskHead.SIZE * MaskHead.SIZE;

    /**
     * Samples from the proposals, the true boxes and some boxes near them. torchvision adds the true boxes alone; without
     * pretrained weights the proposals are useless at first, and the neighbours let the heads learn from the first step.
     */
    static RoiTargets sample(
            List<float[]> proposals, List<Truth> truths, BalancedSampler sampler, RandomGenerator random) {
        RoiTargets all = new RoiTargets(new float[0], new int[0], new int[0], new int[0], new float[0], new float[0]);
        for (int image = 0; image < truths.size(); image++) {
            all = all.plus(ofImage(image, proposals.get(image), truths.get(image), sampler, random));
        }
        return all;
    }

    private static RoiTargets ofImage(
            int image, float[] proposals, Truth truth, BalancedSampler sampler, RandomGenerator random) {
        float[] candidates = concat(concat(proposals, truth.boxes()), neighbours(truth.boxes(), random));
        int[] matches = Matcher.DETECTIONS.match(truth.boxes(), candidates);
        int[] candidateLabels = Arrays.stream(matches)
                .map(match -> match >= 0 ? truth.labels()[match] : 0)
                .toArray();
        int[] chosen = sampler.sample(candidateLabels, random).all();
        float[] boxes = Boxes.select(candidates, chosen);
        int[] labels = Arrays.stream(chosen).map(i -> candidateLabels[i]).toArray();
        int[] positives =
                IntStream.range(0, chosen.length).filter(i -> labels[i] > 0).toArray();
        int[] objects = Arrays.stream(positives).map(i -> matches[chosen[i]]).toArray();
        float[] positiveBoxes = Boxes.select(boxes, positives);
        float[] offsets = BoxCoder.DETECTIONS.encode(Boxes.select(truth.boxes(), objects), positiveBoxes);
        float[] masks = new float[positives.length * MASK_CELLS];
        for (int i = 0; i < positives.length; i++) {
            MaskTargets.fill(truth.outlines().get(objects[i]), positiveBoxes, i, MaskHead.SIZE, masks, i * MASK_CELLS);
        }
        int[] imageOfBox = new int[chosen.length];
        Arrays.fill(imageOfBox, image);
        return new RoiTargets(boxes, imageOfBox, labels, positives, offsets, masks);
    }

    /** Boxes around each true one, each edge moved by up to a share of the side; most overlap it by more than half. */
    private static float[] neighbours(float[] boxes, RandomGenerator random) {
        float[] neighbours = new float[boxes.length * NEIGHBOURS];
        for (int i = 0; i < neighbours.length; i++) {
            int at = i % boxes.length;
            int first = at / 4 * 4;
            float side = at % 2 == 0 ? boxes[first + 2] - boxes[first] : boxes[first + 3] - boxes[first + 1];
            neighbours[i] = boxes[at] + side * LARGEST_SHIFT * (2 * random.nextFloat() - 1);
        }
        return neighbours;
    }

    private RoiTargets plus(RoiTargets next) {
        int before = labels.length;
        return new RoiTargets(
                concat(boxes, next.boxes),
                concat(imageOfBox, next.imageOfBox),
                concat(labels, next.labels),
                concat(
                        positives,
                        Arrays.stream(next.positives).map(i -> i + before).toArray()),
                concat(offsets, next.offsets),
                concat(masks, next.masks));
    }

    private static float[] concat(float[] first, float[] second) {
        float[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static int[] concat(int[] first, int[] second) {
        return IntStream.concat(Arrays.stream(first), Arrays.stream(second)).toArray();
    }
}
