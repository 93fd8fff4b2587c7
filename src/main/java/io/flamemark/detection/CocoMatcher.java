package io.flamemark.detection;

import java.util.Comparator;
import java.util.List;

/**
 * Assigns the detections of one class in one image to truths, greedily by falling score at each IoU threshold, as
 * pycocotools' {@code evaluateImg} does.
 */
final class CocoMatcher {

    private static final int NONE = -1;

    private final List<CocoTruth> truths;
    private final List<CocoDetection> detections;

    /** {@code [detection][truth]}, in the order of the lists. */
    private final double[][] ious;

    /** @param maxDetections so many of the highest scores count */
    CocoMatcher(List<CocoTruth> truths, List<CocoDetection> detections, IouKind kind, int maxDetections) {
        this.truths = truths;
        this.detections = detections.stream()
                .sorted(Comparator.comparingDouble(d -> -d.score()))
                .limit(maxDetections)
                .toList();
        this.ious = this.detections.stream()
                .map(d -> truths.stream().mapToDouble(t -> kind.iou(t, d)).toArray())
                .toArray(double[][]::new);
    }

    ImageMatches match(AreaRange range, double[] thresholds) {
        boolean[] ignoredTruth = new boolean[truths.size()];
        for (int g = 0; g < ignoredTruth.length; g++) {
            ignoredTruth[g] =
                    truths.get(g).crowd() || !range.contains(truths.get(g).area());
        }
        int[] order = wantedFirst(ignoredTruth);
        boolean[][] hit = new boolean[thresholds.length][detections.size()];
        boolean[][] ignored = new boolean[thresholds.length][detections.size()];
        for (int t = 0; t < thresholds.length; t++) {
            matchAt(thresholds[t], order, ignoredTruth, range, hit[t], ignored[t]);
        }
        int wanted = 0;
        for (boolean left : ignoredTruth) {
            wanted += left ? 0 : 1;
        }
        double[] scores = detections.stream().mapToDouble(CocoDetection::score).toArray();
        return new ImageMatches(scores, hit, ignored, wanted);
    }

    private void matchAt(
            double threshold, int[] order, boolean[] ignoredTruth, AreaRange range, boolean[] hit, boolean[] ignored) {
        boolean[] taken = new boolean[truths.size()];
        for (int d = 0; d < hit.length; d++) {
            int best = bestTruth(ious[d], threshold, order, ignoredTruth, taken);
            if (best != NONE) {
                taken[best] = true;
                // An id of 0 reads as "no match" in pycocotools' tables.
                hit[d] = truths.get(best).id() != 0;
                ignored[d] = ignoredTruth[best];
            }
            ignored[d] |= !hit[d] && !range.contains(detections.get(d).area());
        }
    }

    /** The free truth of the highest IoU, the later one of equals; an ignored one only if no wanted one will do. */
    private int bestTruth(double[] iou, double threshold, int[] order, boolean[] ignoredTruth, boolean[] taken) {
        double best = Math.min(threshold, 1 - 1e-10);
        int match = NONE;
        for (int g : order) {
            if (taken[g] && !truths.get(g).crowd()) {
                continue;
            }
            if (match != NONE && !ignoredTruth[match] && ignoredTruth[g]) {
                break;
            }
            if (iou[g] >= best) {
                best = iou[g];
                match = g;
            }
        }
        return match;
    }

    private static int[] wantedFirst(boolean[] ignored) {
        int[] order = new int[ignored.length];
        int at = 0;
        for (boolean pass : new boolean[] {false, true}) {
            for (int g = 0; g < ignored.length; g++) {
                if (ignored[g] == pass) {
                    order[at++] = g;
                }
            }
        }
        return order;
    }
}
