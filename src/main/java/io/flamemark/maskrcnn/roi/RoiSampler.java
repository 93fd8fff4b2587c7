package io.flamemark.maskrcnn.roi;

import io.flamemark.maskrcnn.backbone.ImageSize;
import io.flamemark.maskrcnn.ops.BalancedSampler;
import io.flamemark.maskrcnn.ops.BoxCoder;
import io.flamemark.maskrcnn.ops.Boxes;
import io.flamemark.maskrcnn.ops.Concat;
import io.flamemark.maskrcnn.ops.Matcher;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Draws the boxes that the heads learn from, and works out what they should say about them (torchvision's
 * {@code select_training_samples}).
 *
 * @param sampler how many, and how many of them positive
 * @param recipe what joins the proposals, and what masks look like
 */
record RoiSampler(BalancedSampler sampler, TrainingRecipe recipe) {

    private static final int MASK_CELLS = MaskHead.SIZE * MaskHead.SIZE;

    /**
     * Samples over a batch.
     *
     * @param proposals for each image, flat xyxy, network pixels
     * @param sizes of the images without padding
     */
    RoiTargets sample(List<float[]> proposals, List<Truth> truths, List<ImageSize> sizes, RandomGenerator random) {
        RoiTargets all = RoiTargets.none();
        for (int image = 0; image < truths.size(); image++) {
            all = all.plus(ofImage(image, proposals.get(image), truths.get(image), sizes.get(image), random));
        }
        return all;
    }

    private RoiTargets ofImage(int image, float[] proposals, Truth truth, ImageSize size, RandomGenerator random) {
        float[] candidates = Concat.of(proposals, truth.boxes(), recipe.near(truth.boxes(), random));
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
        int[] imageOfBox = new int[chosen.length];
        Arrays.fill(imageOfBox, image);
        return new RoiTargets(
                boxes,
                imageOfBox,
                labels,
                positives,
                offsets,
                masks(recipe.masks(truth, size), objects, positiveBoxes));
    }

    private static float[] masks(MaskTargets targets, int[] objects, float[] boxes) {
        float[] masks = new float[objects.length * MASK_CELLS];
        for (int i = 0; i < objects.length; i++) {
            targets.draw(objects[i], boxes, i, masks, i * MASK_CELLS);
        }
        return masks;
    }
}
