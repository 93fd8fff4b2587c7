package io.flamemark.detection;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How well the found outlines fit: the mean over all true objects of the IoU with the detection that is theirs, 0 where
 * an object was missed. Detections below {@link #MIN_SCORE} are left out. In each image the pair of the same class that
 * overlaps most goes together first, then the next among the rest. Crowds are left out. This is not one of COCO's
 * figures.
 */
public final class MeanIou {

    /** What a person would call found. */
    public static final double MIN_SCORE = 0.5;

    private MeanIou() {}

    private record Cell(int category, long image) {}

    private record Pair(CocoTruth truth, CocoDetection detection, double iou) {}

    /** 0..1, or -1 where there is no truth. */
    public static double of(List<CocoTruth> truths, List<CocoDetection> detections, IouKind kind) {
        List<CocoTruth> wanted = truths.stream().filter(t -> !t.crowd()).toList();
        Map<Cell, List<CocoDetection>> found = detections.stream()
                .filter(d -> d.score() >= MIN_SCORE)
                .collect(Collectors.groupingBy(d -> new Cell(d.category(), d.imageId())));
        double sum =
                wanted.stream()
                        .collect(Collectors.groupingBy(t -> new Cell(t.category(), t.imageId())))
                        .entrySet()
                        .stream()
                        .mapToDouble(e -> sumOfIous(e.getValue(), found.getOrDefault(e.getKey(), List.of()), kind))
                        .sum();
        return wanted.isEmpty() ? -1 : sum / wanted.size();
    }

    private static double sumOfIous(List<CocoTruth> truths, List<CocoDetection> detections, IouKind kind) {
        List<Pair> pairs = new ArrayList<>();
        for (CocoTruth truth : truths) {
            for (CocoDetection detection : detections) {
                pairs.add(new Pair(truth, detection, kind.iou(truth, detection)));
            }
        }
        pairs.sort(Comparator.comparingDouble(Pair::iou).reversed());
        Set<Object> taken = Collections.newSetFromMap(new IdentityHashMap<>());
        double sum = 0;
        for (Pair pair : pairs) {
            if (pair.iou() > 0 && !taken.contains(pair.truth()) && !taken.contains(pair.detection())) {
                taken.add(pair.truth());
                taken.add(pair.detection());
                sum += pair.iou();
            }
        }
        return sum;
    }
}
