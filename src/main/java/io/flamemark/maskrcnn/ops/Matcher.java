package io.flamemark.maskrcnn.ops;

import java.util.Arrays;

/**
 * Gives each candidate box (an anchor or a proposal) the true box it overlaps most, or says that it has none, as
 * torchvision's {@code Matcher} does.
 *
 * @param high from this intersection over union on a candidate matches
 * @param low below this one it is background; in between it is left out
 * @param allowLowQuality whether the best candidates of each true box match it however little they overlap, so that no
 *     true box goes without; a true box that overlaps none still does (torchvision would then match every candidate)
 */
public record Matcher(float high, float low, boolean allowLowQuality) {

    /** The candidate is background. */
    public static final int BELOW_LOW_THRESHOLD = -1;

    /** The candidate is neither background nor a match. */
    public static final int BETWEEN_THRESHOLDS = -2;

    /** Of the region proposal network. */
    public static final Matcher PROPOSALS = new Matcher(0.7f, 0.3f, true);

    /** Of the heads. */
    public static final Matcher DETECTIONS = new Matcher(0.5f, 0.5f, false);

    /**
     * Matches candidates to true boxes by intersection over union.
     *
     * @param truths true boxes, flat xyxy; without any, every candidate is background
     * @param candidates boxes, flat xyxy
     * @return for each candidate the index of its true box, or one of the two negative constants
     */
    public int[] match(float[] truths, float[] candidates) {
        return match(Boxes.iou(truths, candidates), Boxes.count(truths), Boxes.count(candidates));
    }

    /** The same from overlaps known already, row-major {@code [truths, candidates]}. */
    int[] match(float[] overlaps, int truths, int candidates) {
        int[] best = new int[candidates];
        float[] bestOverlap = new float[candidates];
        Arrays.fill(bestOverlap, -1);
        for (int truth = 0; truth < truths; truth++) {
            for (int i = 0; i < candidates; i++) {
                float overlap = overlaps[truth * candidates + i];
                if (overlap > bestOverlap[i]) {
                    bestOverlap[i] = overlap;
                    best[i] = truth;
                }
            }
        }
        int[] matches = new int[candidates];
        for (int i = 0; i < candidates; i++) {
            matches[i] = judge(best[i], bestOverlap[i]);
        }
        if (allowLowQuality) {
            restoreBest(matches, best, overlaps, truths);
        }
        return matches;
    }

    private int judge(int truth, float overlap) {
        if (overlap >= high) {
            return truth;
        }
        return overlap < low ? BELOW_LOW_THRESHOLD : BETWEEN_THRESHOLDS;
    }

    /** Each candidate that ties for the largest overlap with some true box matches the one it overlaps most itself. */
    private static void restoreBest(int[] matches, int[] best, float[] overlaps, int truths) {
        int candidates = matches.length;
        for (int truth = 0; truth < truths; truth++) {
            int row = truth * candidates;
            // The least there is above 0: with 0 each candidate would tie for a true box that none overlaps.
            float largest = Float.MIN_VALUE;
            for (int i = 0; i < candidates; i++) {
                largest = Math.max(largest, overlaps[row + i]);
            }
            for (int i = 0; i < candidates; i++) {
                if (overlaps[row + i] == largest) {
                    matches[i] = best[i];
                }
            }
        }
    }
}
