package io.flamemark.maskrcnn.train;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import io.flamemark.maskrcnn.DetectionTransform;
import io.flamemark.maskrcnn.MaskRcnn;
import io.flamemark.maskrcnn.NetworkLosses;
import io.flamemark.maskrcnn.backbone.ImageBatch;
import io.flamemark.maskrcnn.ops.TorchRuntime;
import io.flamemark.run.LossBreakdown;
import io.flamemark.run.TrainingException;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** One step down: forward, backward, clip, update. All arrays of a step are freed with it. */
record TrainingStep(MaskRcnn network, Optimizer optimizer, double clipNorm) {

    /**
     * @return the losses before the update
     * @throws TrainingException if the losses are no longer numbers; the weights are then as before the step
     */
    LossBreakdown take(List<Example> examples, double learningRate, RandomGenerator random) {
        try (NDManager step = network.parameters().manager().newSubManager()) {
            ImageBatch batch = DetectionTransform.batch(
                    step, examples.stream().map(Example::image).toList());
            LossBreakdown losses;
            try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
                NetworkLosses all = network.losses(
                        batch, examples.stream().map(Example::truth).toList(), random);
                losses = all.values();
                requireFinite(losses.isFinite(), examples);
                collector.backward(all.total());
            }
            double norm = TorchRuntime.withoutGradients(() -> GradientNorm.of(network.parameters()));
            requireFinite(Double.isFinite(norm), examples);
            TorchRuntime.withoutGradients(() -> {
                optimizer.step(learningRate, GradientNorm.clipFactor(norm, clipNorm));
                return null;
            });
            return losses;
        }
    }

    private static void requireFinite(boolean finite, List<Example> examples) {
        if (!finite) {
            String images = examples.stream().map(Example::id).collect(Collectors.joining(", "));
            throw new TrainingException(
                    "Training has come to numbers that are no longer finite, at the images " + images
                            + ". The best epoch so far is kept. A lower learning rate usually helps; also look whether the"
                            + " outlines of these images are sound.");
        }
    }
}
