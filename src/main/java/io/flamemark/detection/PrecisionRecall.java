package io.flamemark.detection;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One class over all images at one IoU threshold, as pycocotools' {@code accumulate} counts it.
 *
 * @param precision at the recalls 0, 0.01, ... 1: the best precision that is reached at that recall or more
 * @param recall of all detections together
 */
record PrecisionRecall(double[] precision, double recall) {

    /** {@code i * 0.01} as numpy's linspace computes it; {@code i / 100.0} differs in ten places and flips results. */
    private static final double[] RECALLS =
            IntStream.rangeClosed(0, 100).mapToDouble(i -> i * 0.01).toArray();

    /** numpy's {@code spacing(1)}, keeps 0/0 out. */
    private static final double EPSILON = Math.ulp(1.0);

    /**
     * @param images in ascending order of their ids
     * @param threshold index of the IoU threshold
     * @param maxDetections so many of the highest scores of each image count
     * @param wanted truths to be found in all images, at least 1
     */
    static PrecisionRecall of(List<ImageMatches> images, int threshold, int maxDetections, int wanted) {
        record Outcome(double score, boolean hit) {}
        List<Outcome> counted = images.stream()
                .flatMap(image -> IntStream.range(0, Math.min(maxDetections, image.scores().length))
                        .filter(d -> !image.ignored()[threshold][d])
                        .mapToObj(d -> new Outcome(image.scores()[d], image.hit()[threshold][d])))
                .sorted(Comparator.comparingDouble(o -> -o.score()))
                .toList();
        double[] recall = new double[counted.size()];
        double[] precision = new double[counted.size()];
        int hits = 0;
        for (int i = 0; i < counted.size(); i++) {
            hits += counted.get(i).hit() ? 1 : 0;
            recall[i] = (double) hits / wanted;
            precision[i] = hits / (i + 1 + EPSILON);
        }
        for (int i = precision.length - 1; i > 0; i--) {
            precision[i - 1] = Math.max(precision[i - 1], precision[i]);
        }
        return new PrecisionRecall(atRecalls(recall, precision), (double) hits / wanted);
    }

    private static double[] atRecalls(double[] recall, double[] precision) {
        double[] out = new double[RECALLS.length];
        int at = 0;
        for (int r = 0; r < RECALLS.length; r++) {
            while (at < recall.length && recall[at] < RECALLS[r]) {
                at++;
            }
            out[r] = at < recall.length ? precision[at] : 0;
        }
        return out;
    }

    /** The average precision: the mean over the recalls. */
    double averagePrecision() {
        return Arrays.stream(precision).average().orElseThrow();
    }
}
