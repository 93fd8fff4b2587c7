package io.flamemark.run;

import io.flamemark.dataset.Instance;
import io.flamemark.dataset.Sample;
import io.flamemark.detection.CocoBox;
import io.flamemark.detection.CocoDetection;
import io.flamemark.detection.CocoEvaluator;
import io.flamemark.detection.CocoScores;
import io.flamemark.detection.CocoTruth;
import io.flamemark.detection.Detection;
import io.flamemark.detection.Detections;
import io.flamemark.detection.IouKind;
import io.flamemark.geometry.CocoPolygonRasterizer;
import io.flamemark.geometry.RunLengthMask;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Scores what was found in samples by COCO's rules, in pixels of the original images. The true masks are filled as
 * pycocotools fills polygons; the area of an object is that of its mask, whether masks or boxes are compared.
 */
public final class Evaluation {

    private final List<CocoTruth> truths = new ArrayList<>();
    private final List<CocoDetection> byMask = new ArrayList<>();
    private final List<CocoDetection> byBox = new ArrayList<>();

    private Evaluation() {}

    /** The figures for masks and for boxes. */
    public record Result(CocoScores mask, CocoScores box) {

        /** What a run reports of them. */
        public Scores toScores() {
            return new Scores(mask.ap(), mask.ap50(), box.ap(), box.ap50(), mask.meanIou());
        }
    }

    /**
     * @param truth the samples that were looked at; what was found in others is not counted
     * @param found by sample id; a sample without an entry counts as one where nothing was found
     */
    public static Result evaluate(List<Sample> truth, Map<String, Detections> found) {
        Evaluation evaluation = new Evaluation();
        for (int i = 0; i < truth.size(); i++) {
            Sample sample = truth.get(i);
            evaluation.addTruths(i, sample);
            evaluation.addDetections(i, sample, found.getOrDefault(sample.id(), Detections.none()));
        }
        return new Result(
                CocoEvaluator.evaluate(evaluation.truths, evaluation.byMask, IouKind.MASK),
                CocoEvaluator.evaluate(evaluation.truths, evaluation.byBox, IouKind.BOX));
    }

    private void addTruths(int image, Sample sample) {
        for (Instance instance : sample.instances()) {
            RunLengthMask mask = CocoPolygonRasterizer.rasterize(instance.parts(), sample.width(), sample.height());
            CocoBox box = CocoBox.of(instance.box().clippedTo(sample.width(), sample.height()));
            truths.add(new CocoTruth(truths.size() + 1, image, instance.label(), mask.area(), false, box, mask));
        }
    }

    private void addDetections(int image, Sample sample, Detections found) {
        for (Detection detection : found.all()) {
            RunLengthMask mask = RunLengthMask.of(detection.mask(), sample.width(), sample.height());
            CocoBox box = CocoBox.of(detection.box());
            byMask.add(new CocoDetection(image, detection.label(), detection.score(), mask.area(), box, mask));
            byBox.add(new CocoDetection(image, detection.label(), detection.score(), box.area(), box, mask));
        }
    }
}
