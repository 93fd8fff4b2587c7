package io.flamemark.maskrcnn.rpn;

import io.flamemark.maskrcnn.ops.BalancedSampler;
import io.flamemark.maskrcnn.ops.BoxCoder;
import io.flamemark.maskrcnn.ops.Boxes;
import io.flamemark.maskrcnn.ops.Matcher;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * The anchors of a batch that the losses look at, and what the head should have said about them (torchvision's
 * {@code assign_targets_to_anchors}).
 */
final class RpnTargets {

    private final List<int[]> sampled = new ArrayList<>();
    private final List<float[]> objectness = new ArrayList<>();
    private final List<float[]> offsets = new ArrayList<>();

    /**
     * Matches and draws the anchors of one image.
     *
     * @param anchors flat xyxy, network pixels; so are the true boxes
     */
    void add(int image, float[] anchors, float[] truths, BalancedSampler sampler, RandomGenerator random) {
        int[] matches = Matcher.PROPOSALS.match(truths, anchors);
        int[] labels = Arrays.stream(matches)
                .map(match -> match >= 0 ? 1 : match == Matcher.BELOW_LOW_THRESHOLD ? 0 : -1)
                .toArray();
        BalancedSampler.Sampled chosen = sampler.sample(labels, random);
        int[] all = chosen.all();
        float[] wanted = new float[all.length];
        for (int i = 0; i < all.length; i++) {
            wanted[i] = labels[all[i]];
        }
        int[] truthOfPositive =
                Arrays.stream(chosen.positives()).map(anchor -> matches[anchor]).toArray();
        int firstAnchor = image * matches.length;
        sampled.add(Arrays.stream(all).map(anchor -> anchor + firstAnchor).toArray());
        objectness.add(wanted);
        offsets.add(BoxCoder.PROPOSALS.encode(
                Boxes.select(truths, truthOfPositive), Boxes.select(anchors, chosen.positives())));
    }

    /** Anchors judged, as indices over the whole batch. */
    long[] sampled() {
        return sampled.stream().flatMapToInt(Arrays::stream).asLongStream().toArray();
    }

    /** 1 or 0 for each anchor judged. */
    float[] objectness() {
        return join(objectness);
    }

    /** The places among those judged of the ones that hold an object. */
    long[] positives() {
        float[] all = objectness();
        return IntStream.range(0, all.length)
                .filter(i -> all[i] == 1)
                .asLongStream()
                .toArray();
    }

    /** For each of those the offsets to its true box, flat. */
    float[] offsets() {
        return join(offsets);
    }

    private static float[] join(List<float[]> parts) {
        float[] all = new float[parts.stream().mapToInt(part -> part.length).sum()];
        int at = 0;
        for (float[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }
}
