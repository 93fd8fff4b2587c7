package io.flamemark.maskrcnn.train;

import ai.djl.ndarray.NDManager;
import io.flamemark.dataset.Sample;
import io.flamemark.detection.Detections;
import io.flamemark.maskrcnn.DetectionTransform;
import io.flamemark.maskrcnn.MaskRcnn;
import io.flamemark.maskrcnn.backbone.ImageBatch;
import io.flamemark.maskrcnn.ops.TorchRuntime;
import io.flamemark.run.Evaluation;
import io.flamemark.run.LossBreakdown;
import io.flamemark.run.Scores;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Judges a network on the validation images: losses and COCO's scores, in pixels of the original images. */
record Validator(List<Sample> samples, SampleCache cache, Augmenter augmenter) {

    /** The same draw of anchors and regions each time, so that epochs compare. */
    private static final long SEED = 20_221_122;

    record Result(LossBreakdown losses, Scores scores) {}

    /** @throws IOException if an image cannot be read; the message names it */
    Result judge(MaskRcnn network) throws IOException {
        LossBreakdown sum = LossBreakdown.ZERO;
        Map<String, Detections> found = new HashMap<>();
        Random random = new Random(SEED);
        for (Sample sample : samples) {
            Example example = augmenter.plain(cache.get(sample));
            try (NDManager scratch = network.parameters().manager().newSubManager()) {
                ImageBatch batch = DetectionTransform.batch(scratch, List.of(example.image()));
                MaskRcnn.Judgement judgement =
                        TorchRuntime.withoutGradients(() -> network.judge(batch, List.of(example.truth()), random));
                sum = sum.plus(judgement.losses().values());
                found.put(
                        sample.id(),
                        DetectionTransform.toOriginal(
                                judgement.detections().get(0), batch.sizes().get(0), sample.width(), sample.height()));
            }
        }
        return new Result(
                sum.times(1.0 / samples.size()),
                Evaluation.evaluate(samples, found).toScores());
    }
}
