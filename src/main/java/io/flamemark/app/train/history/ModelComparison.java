package io.flamemark.app.train.history;

import io.flamemark.dataset.Sample;
import io.flamemark.detection.Detections;
import io.flamemark.run.Evaluation;
import io.flamemark.run.Scores;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How two models do on the same images, by COCO's rules.
 *
 * @param earlier over all images
 * @param later over all images
 */
record ModelComparison(Scores earlier, Scores later, List<Image> images) {

    /** Differences below it are taken for none. */
    private static final double TOLERANCE = 0.01;

    /** Where nothing is to be found, detections of this score count as errors. */
    private static final double SURE = 0.5;

    enum Change {
        BETTER,
        SAME,
        WORSE;

        /** From one AP to another. */
        static Change of(double earlier, double later) {
            double gain = later - earlier;
            return Math.abs(gain) < TOLERANCE ? SAME : gain > 0 ? BETTER : WORSE;
        }
    }

    /**
     * One image.
     *
     * @param before what the earlier model found
     * @param after what the later model found
     * @param earlier its mask AP by the earlier model, 0..1; where nothing is to be found 1, or 0 for a false alarm
     * @param later the same by the later model
     */
    record Image(Sample sample, Detections before, Detections after, double earlier, double later) {

        String name() {
            return sample.image().getFileName().toString();
        }

        Change change() {
            return Change.of(earlier, later);
        }
    }

    /**
     * @param earlier what the earlier model found, by sample id; a sample without an entry counts as one without a find
     * @param later what the later model found
     */
    static ModelComparison of(List<Sample> samples, Map<String, Detections> earlier, Map<String, Detections> later) {
        List<Image> images = new ArrayList<>();
        for (Sample sample : samples) {
            images.add(new Image(
                    sample,
                    earlier.getOrDefault(sample.id(), Detections.none()),
                    later.getOrDefault(sample.id(), Detections.none()),
                    alone(sample, earlier),
                    alone(sample, later)));
        }
        return new ModelComparison(
                Evaluation.evaluate(samples, earlier).toScores(),
                Evaluation.evaluate(samples, later).toScores(),
                images);
    }

    private static double alone(Sample sample, Map<String, Detections> found) {
        if (sample.instances().isEmpty()) {
            Detections sure = found.getOrDefault(sample.id(), Detections.none()).atLeast(SURE);
            return sure.size() == 0 ? 1 : 0;
        }
        return Evaluation.evaluate(List.of(sample), found).toScores().maskAp();
    }

    long count(Change change) {
        return images.stream().filter(image -> image.change() == change).count();
    }

    /** Whether the later model is the better one over all images; the same where the difference is small. */
    Change overall() {
        return Change.of(earlier.maskAp(), later.maskAp());
    }
}
