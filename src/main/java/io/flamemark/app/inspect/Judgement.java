package io.flamemark.app.inspect;

import io.flamemark.dataset.Instance;
import io.flamemark.dataset.LabelMap;
import io.flamemark.dataset.Sample;
import io.flamemark.detection.Detection;
import io.flamemark.detection.Detections;
import io.flamemark.detection.Matching;
import io.flamemark.detection.TrueObject;
import io.flamemark.geometry.CocoPolygonRasterizer;
import io.flamemark.host.DetectionHost.Found;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Everything found in one image and how it compares with the truth, ready to be asked about any threshold.
 *
 * <p>The detections are matched once, all of them. As each takes its truth in the order of the scores, leaving out the
 * weaker ones changes nothing for the stronger: matching anew at a threshold gives exactly the part of this matching
 * above it.
 *
 * @param found at the lowest score, by falling score
 * @param truths empty where the image has none or none is known
 * @param judged whether the truth is known at all
 */
record Judgement(LabelMap labels, Detections found, List<Instance> truths, boolean judged, Matching matching) {

    /** COCO's loosest threshold: half of the union is shared. */
    static final double MIN_IOU = 0.5;

    /** What a detection is. */
    enum Verdict {
        RIGHT,
        FALSE_ALARM,
        /** The truth is not known. */
        UNJUDGED
    }

    /** One detection above the threshold. */
    record Mark(int index, Detection detection, Verdict verdict, double iou) {}

    /** What is seen at one threshold: marks by falling score, and the truths missed, by index. */
    record Sight(List<Mark> marks, List<Integer> missed) {

        long count(Verdict verdict) {
            return marks.stream().filter(m -> m.verdict() == verdict).count();
        }
    }

    /** Compares what was found with the truth; takes a while for large images, so not on the window's thread. */
    static Judgement of(InspectImage image, Found found) {
        List<Instance> truths =
                image.sample().map(s -> known(s, found.labels())).orElse(List.of());
        List<TrueObject> masks = image.sample().map(s -> masks(s, truths)).orElse(List.of());
        Matching matching = Matching.of(masks, found.detections(), MIN_IOU);
        return new Judgement(
                found.labels(), found.detections(), truths, image.sample().isPresent(), matching);
    }

    /** Truths of classes the model knows; it cannot be blamed for the others. */
    private static List<Instance> known(Sample sample, LabelMap labels) {
        return sample.instances().stream()
                .filter(i -> i.label() <= labels.classes().size())
                .toList();
    }

    private static List<TrueObject> masks(Sample sample, List<Instance> truths) {
        return truths.stream()
                .map(t -> new TrueObject(
                        t.label(),
                        CocoPolygonRasterizer.rasterize(t.parts(), sample.width(), sample.height())
                                .toMask()))
                .toList();
    }

    /** What is left at a threshold. */
    Sight at(double threshold) {
        Map<Integer, Matching.Pair> right = new HashMap<>();
        matching.pairs().forEach(p -> right.put(p.detection(), p));
        List<Mark> marks = new ArrayList<>();
        boolean[] seen = new boolean[truths.size()];
        for (int d = 0; d < found.size() && found.all().get(d).score() >= threshold; d++) {
            Matching.Pair pair = right.get(d);
            marks.add(new Mark(d, found.all().get(d), verdict(pair), pair == null ? 0 : pair.iou()));
            if (pair != null) {
                seen[pair.truth()] = true;
            }
        }
        List<Integer> missed =
                IntStream.range(0, seen.length).filter(t -> !seen[t]).boxed().toList();
        return new Sight(marks, missed);
    }

    private Verdict verdict(Matching.Pair pair) {
        return !judged ? Verdict.UNJUDGED : pair == null ? Verdict.FALSE_ALARM : Verdict.RIGHT;
    }
}
