package io.flamemark.maskrcnn.train;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import io.flamemark.maskrcnn.DetectionTransform;
import io.flamemark.maskrcnn.MaskRcnn;
import io.flamemark.maskrcnn.backbone.ImageBatch;
import io.flamemark.maskrcnn.layers.WayBack;
import io.flamemark.maskrcnn.ops.TorchRuntime;
import io.flamemark.maskrcnn.roi.Truth;
import io.flamemark.run.LossBreakdown;
import io.flamemark.run.TrainingException;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * One step downhill: forward and backward for each batch, then clip and update once. All arrays of a batch are freed
 * with it.
 *
 * @param clipNorm the largest norm of the gradient, 0 for none
 * @param stages where the backbone's outputs come from
 */
record TrainingStep(MaskRcnn network, Optimizer optimizer, double clipNorm, StageSource stages) {

    /** A step that looks at every image anew. */
    TrainingStep(MaskRcnn network, Optimizer optimizer, double clipNorm) {
        this(network, optimizer, clipNorm, StageSource.computed(network));
    }

    /**
     * @param step its number, for messages
     * @param batches whose gradients are averaged
     * @param random draws the anchors and regions that are learned from
     * @return the losses before the update, averaged over the batches
     * @throws TrainingException if the losses are no longer numbers; the weights are then as before the step
     */
    LossBreakdown take(int step, List<List<Example>> batches, double learningRate, RandomGenerator random) {
        LossBreakdown sum = LossBreakdown.ZERO;
        for (List<Example> batch : batches) {
            sum = sum.plus(learn(step, batch, random));
        }
        double factor = TorchRuntime.withoutGradients(
                () -> GradientNorm.factor(network.parameters(), batches.size(), clipNorm));
        requireFinite(
                Double.isFinite(factor),
                step,
                batches.stream().flatMap(List::stream).toList());
        TorchRuntime.withoutGradients(() -> {
            optimizer.step(learningRate, factor);
            return null;
        });
        return sum.times(1.0 / batches.size());
    }

    /** Adds a batch's gradients to those there are. */
    private LossBreakdown learn(int step, List<Example> examples, RandomGenerator random) {
        try (NDManager scratch = network.parameters().manager().newSubManager()) {
            ImageBatch batch = DetectionTransform.batch(
                    scratch, examples.stream().map(Example::image).toList());
            try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
                return learn(step, batch, examples, random, collector);
            }
        }
    }

    private LossBreakdown learn(
            int step, ImageBatch batch, List<Example> examples, RandomGenerator random, GradientCollector collector) {
        WayBack wayBack = WayBack.of(collector);
        NDList maps = stages.stages(batch, examples, wayBack);
        List<Truth> truths = examples.stream().map(Example::truth).toList();
        LossBreakdown losses = network.learn(batch, maps, truths, random, wayBack);
        requireFinite(losses.isFinite(), step, examples);
        wayBack.finish();
        return losses;
    }

    private static void requireFinite(boolean finite, int step, List<Example> examples) {
        if (!finite) {
            String images = examples.stream().map(Example::id).collect(Collectors.joining(", "));
            throw new TrainingException("Training has come to numbers that are no longer finite, in step " + step
                    + " at the images " + images
                    + ". The best epoch so far is kept. A lower learning rate usually helps; also look whether the"
                    + " outlines of these images are sound.");
        }
    }
}
