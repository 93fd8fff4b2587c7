package io.flamemark.maskrcnn.rpn;

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
 * The anchors of a batch that the losses look at, and what the head should have said about them (torchvision's
 * {@code assign_targets_to_anchors}).
 *
 * @param sampled S anchors, as places in the list of all anchors of all images
 * @param objectness for each of them 1 where it holds an object, else 0
 * @param positives the indices of those that hold one
 * @param offsets for each positive the offsets to its true box, flat
 */
record RpnTargets(long[] sampled, float[] objectness, long[] positives, float[] offsets) {

    /**
     * Matches and draws the anchors of each image.
     *
     * @param anchors of one image, flat xyxy, network pixels
     * @param truths for each image its true boxes, likewise
     */
    static RpnTargets sample(float[] anchors, List<float[]> truths, BalancedSampler sampler, RandomGenerator random) {
        RpnTargets all = new RpnTargets(new long[0], new float[0], new long[0], new float[0]);
        for (int image = 0; image < truths.size(); image++) {
            all = all.plus(ofImage(image, anchors, truths.get(image), sampler, random));
        }
        return all;
    }

    private static RpnTargets ofImage(
            int image, float[] anchors, float[] truths, BalancedSampler sampler, RandomGenerator random) {
        int[] matches = Matcher.PROPOSALS.match(truths, anchors);
        int[] labels = Arrays.stream(matches)
                .map(match -> match >= 0 ? 1 : match == Matcher.BELOW_LOW_THRESHOLD ? 0 : -1)
                .toArray();
        BalancedSampler.Sampled chosen = sampler.sample(labels, random);
        int[] all = chosen.all();
        float[] objectness = new float[all.length];
        for (int i = 0; i < all.length; i++) {
            objectness[i] = labels[all[i]];
        }
        long firstAnchor = (long) image * matches.length;
        int[] objects =
                Arrays.stream(chosen.positives()).map(anchor -> matches[anchor]).toArray();
        return new RpnTargets(
                Arrays.stream(all).mapToLong(anchor -> firstAnchor + anchor).toArray(),
                objectness,
                IntStream.range(0, all.length)
                        .filter(i -> labels[all[i]] == 1)
                        .asLongStream()
                        .toArray(),
                BoxCoder.PROPOSALS.encode(Boxes.select(truths, objects), Boxes.select(anchors, chosen.positives())));
    }

    /** These and then those of the next image. */
    private RpnTargets plus(RpnTargets next) {
        int before = sampled.length;
        return new RpnTargets(
                Concat.of(sampled, next.sampled),
                Concat.of(objectness, next.objectness),
                Concat.of(
                        positives,
                        Arrays.stream(next.positives).map(i -> i + before).toArray()),
                Concat.of(offsets, next.offsets));
    }
}
