package io.flamemark.maskrcnn.train;

import ai.djl.ndarray.NDManager;
import io.flamemark.augment.LabelledImage;
import io.flamemark.augment.Variation;
import io.flamemark.dataset.Sample;
import io.flamemark.detection.Detections;
import io.flamemark.maskrcnn.DetectionTransform;
import io.flamemark.maskrcnn.MaskRcnn;
import io.flamemark.maskrcnn.backbone.ImageBatch;
import io.flamemark.maskrcnn.backbone.ImageSize;
import io.flamemark.maskrcnn.layers.WayBack;
import io.flamemark.maskrcnn.ops.TorchRuntime;
import io.flamemark.run.Evaluation;
import io.flamemark.run.LossBreakdown;
import io.flamemark.run.Scores;
import io.flamemark.run.TrainingException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;

/**
 * Judges a network on the validation images: losses and COCO's scores, in pixels of the original images.
 *
 * @param cache reads them as detection would see them
 * @param stages where the backbone's outputs come from
 */
record Validator(List<Sample> samples, SampleCache cache, StageSource stages) {

    /** The same draw of anchors and regions each time, so that epochs compare. */
    private static final long SEED = 20_221_122;

    /**
     * The judgement of all images.
     *
     * @param losses their mean
     * @param found by sample, in pixels of the original images
     */
    record Result(LossBreakdown losses, Scores scores, Map<String, Detections> found) {}

    /**
     * The judgement of all images that can be read; empty where none can, or where it was ended before the last.
     *
     * @param isEnded asked before each image
     * @throws TrainingException if the losses of one are no longer numbers, with its name
     */
    Optional<Result> judge(MaskRcnn network, BooleanSupplier isEnded) {
        List<Sample> seen = new ArrayList<>();
        LossBreakdown sum = LossBreakdown.ZERO;
        Map<String, Detections> found = new HashMap<>();
        Random random = new Random(SEED);
        for (Sample sample : samples) {
            if (isEnded.getAsBoolean()) {
                return Optional.empty();
            }
            Optional<LabelledImage> image = cache.get(sample);
            if (image.isPresent()) {
                One one = judge(network, sample, image.get(), random);
                seen.add(sample);
                sum = sum.plus(one.losses());
                found.put(sample.id(), one.found());
            }
        }
        return seen.isEmpty()
                ? Optional.empty()
                : Optional.of(new Result(
                        sum.times(1.0 / seen.size()),
                        Evaluation.evaluate(seen, found).toScores(),
                        found));
    }

    /** The judgement of one image. */
    private record One(LossBreakdown losses, Detections found) {}

    private One judge(MaskRcnn network, Sample sample, LabelledImage image, RandomGenerator random) {
        Example example = Example.of(new Variation(image, false));
        try (NDManager scratch = network.parameters().manager().newSubManager()) {
            ImageBatch batch = DetectionTransform.batch(scratch, List.of(example.image()));
            MaskRcnn.Judgement judgement = TorchRuntime.withoutGradients(() -> network.judge(
                    batch, stages.stages(batch, List.of(example), WayBack.none()), List.of(example.truth()), random));
            requireFinite(judgement.losses(), sample);
            ImageSize size = batch.sizes().get(0);
            return new One(
                    judgement.losses(),
                    DetectionTransform.toOriginal(
                            judgement.detections().get(0), size, sample.width(), sample.height()));
        }
    }

    /** Such a network is no epoch to keep, nor to go on from. */
    private static void requireFinite(LossBreakdown losses, Sample sample) {
        if (!losses.isFinite()) {
            throw new TrainingException(
                    "Training has come to numbers that are no longer finite, at the validation image " + sample.id()
                            + ". The best epoch before is kept. A lower learning rate usually helps.");
        }
    }
}
