package io.flamemark.detection;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which detections of one image are right, which are wrong, and what was missed; all by index into the lists matched.
 *
 * @param pairs right detections with their truths, by falling score
 * @param falseAlarms detections without a truth, by falling score
 * @param missed truths without a detection
 */
public record Matching(List<Pair> pairs, List<Integer> falseAlarms, List<Integer> missed) {

    public Matching {
        pairs = List.copyOf(pairs);
        falseAlarms = List.copyOf(falseAlarms);
        missed = List.copyOf(missed);
    }

    /** One right detection. */
    public record Pair(int truth, int detection, double iou) {}

    /**
     * Matches by mask as COCO does at one threshold: by falling score, each detection takes the free truth of its class
     * with the highest IoU of at least {@code minIou}. Leave out low scores beforehand with {@link Detections#atLeast}.
     *
     * @param minIou above 0, usually 0.5
     */
    public static Matching of(List<TrueObject> truths, Detections detections, double minIou) {
        boolean[] taken = new boolean[truths.size()];
        List<Pair> pairs = new ArrayList<>();
        List<Integer> falseAlarms = new ArrayList<>();
        for (int d = 0; d < detections.size(); d++) {
            Pair best = null;
            for (int t = 0; t < taken.length; t++) {
                Pair pair = pair(truths, t, detections, d);
                if (!taken[t] && pair.iou() >= (best == null ? minIou : best.iou())) {
                    best = pair;
                }
            }
            if (best == null) {
                falseAlarms.add(d);
            } else {
                taken[best.truth()] = true;
                pairs.add(best);
            }
        }
        List<Integer> missed =
                IntStream.range(0, taken.length).filter(t -> !taken[t]).boxed().toList();
        return new Matching(pairs, falseAlarms, missed);
    }

    private static Pair pair(List<TrueObject> truths, int t, Detections detections, int d) {
        Detection detection = detections.all().get(d);
        TrueObject truth = truths.get(t);
        return new Pair(t, d, truth.label() == detection.label() ? truth.mask().iou(detection.mask()) : 0);
    }
}
