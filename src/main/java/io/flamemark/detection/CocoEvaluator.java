package io.flamemark.detection;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * COCO's evaluation, equal to pycocotools' {@code COCOeval} to rounding. Images are ordered by their ids, which decides
 * between equal scores; classes and images are those that occur in the truth or the detections.
 */
public final class CocoEvaluator {

    private static final int MAX_DETECTIONS = 100;

    /** numpy's {@code linspace(.5, .95, 10)}; {@code 0.5 + 0.05 * i} differs in two places. */
    private static final double[] THRESHOLDS = IntStream.range(0, 10)
            .mapToDouble(i -> 0.5 + i * ((0.95 - 0.5) / 9))
            .toArray();

    private static final int AT_50 = 0;
    private static final int AT_75 = 5;

    /** One matcher an image, in ascending order of image ids, for each class. */
    private final List<List<CocoMatcher>> classes;

    private CocoEvaluator(List<List<CocoMatcher>> classes) {
        this.classes = classes;
    }

    public static CocoScores evaluate(List<CocoTruth> truths, List<CocoDetection> detections, IouKind kind) {
        return new CocoEvaluator(matchers(truths, detections, kind)).scores(MeanIou.of(truths, detections, kind));
    }

    private static List<List<CocoMatcher>> matchers(
            List<CocoTruth> truths, List<CocoDetection> detections, IouKind kind) {
        record Cell(int category, long image) {}
        Map<Cell, List<CocoTruth>> wanted =
                truths.stream().collect(Collectors.groupingBy(t -> new Cell(t.category(), t.imageId())));
        Map<Cell, List<CocoDetection>> found =
                detections.stream().collect(Collectors.groupingBy(d -> new Cell(d.category(), d.imageId())));
        Map<Integer, TreeMap<Long, CocoMatcher>> byClass = new TreeMap<>();
        Stream.concat(wanted.keySet().stream(), found.keySet().stream())
                .distinct()
                .forEach(cell -> byClass.computeIfAbsent(cell.category(), c -> new TreeMap<>())
                        .put(
                                cell.image(),
                                new CocoMatcher(
                                        wanted.getOrDefault(cell, List.of()),
                                        found.getOrDefault(cell, List.of()),
                                        kind,
                                        MAX_DETECTIONS)));
        return byClass.values().stream()
                .map(images -> List.copyOf(images.values()))
                .toList();
    }

    private CocoScores scores(double meanIou) {
        List<PrecisionRecall[]> all = curves(AreaRange.ALL, MAX_DETECTIONS);
        List<PrecisionRecall[]> small = curves(AreaRange.SMALL, MAX_DETECTIONS);
        List<PrecisionRecall[]> medium = curves(AreaRange.MEDIUM, MAX_DETECTIONS);
        List<PrecisionRecall[]> large = curves(AreaRange.LARGE, MAX_DETECTIONS);
        return new CocoScores(
                precision(all.stream().flatMap(Stream::of)),
                precision(all.stream().map(c -> c[AT_50])),
                precision(all.stream().map(c -> c[AT_75])),
                precision(small.stream().flatMap(Stream::of)),
                precision(medium.stream().flatMap(Stream::of)),
                precision(large.stream().flatMap(Stream::of)),
                recall(curves(AreaRange.ALL, 1)),
                recall(curves(AreaRange.ALL, 10)),
                recall(all),
                recall(small),
                recall(medium),
                recall(large),
                meanIou);
    }

    /** For each class that has truth in the range: a curve for each threshold. */
    private List<PrecisionRecall[]> curves(AreaRange range, int maxDetections) {
        List<PrecisionRecall[]> curves = new ArrayList<>();
        for (List<CocoMatcher> images : classes) {
            List<ImageMatches> matches =
                    images.stream().map(m -> m.match(range, THRESHOLDS)).toList();
            int wanted = matches.stream().mapToInt(ImageMatches::wanted).sum();
            if (wanted > 0) {
                curves.add(IntStream.range(0, THRESHOLDS.length)
                        .mapToObj(t -> PrecisionRecall.of(matches, t, maxDetections, wanted))
                        .toArray(PrecisionRecall[]::new));
            }
        }
        return curves;
    }

    private static double precision(Stream<PrecisionRecall> curves) {
        return mean(curves.mapToDouble(PrecisionRecall::averagePrecision));
    }

    private static double recall(List<PrecisionRecall[]> curves) {
        return mean(curves.stream().flatMap(Stream::of).mapToDouble(PrecisionRecall::recall));
    }

    private static double mean(DoubleStream values) {
        return values.average().orElse(-1);
    }
}
