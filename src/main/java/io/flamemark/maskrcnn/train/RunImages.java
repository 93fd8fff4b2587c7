package io.flamemark.maskrcnn.train;

import io.flamemark.augment.Augmenter;
import io.flamemark.augment.SampleReader;
import io.flamemark.dataset.Sample;
import io.flamemark.maskrcnn.DetectionTransform;
import io.flamemark.maskrcnn.MaskRcnn;
import io.flamemark.maskrcnn.ops.TorchRuntime;
import io.flamemark.run.RunConfig;
import io.flamemark.run.TrainingException;
import io.flamemark.run.TrainingJob;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a run looks at: its training images in batches, its validation images, and what is remembered of both. */
final class RunImages implements AutoCloseable {

    private static final long MEGABYTE = 1_000_000;

    private final SampleCache trainingImages;
    private final SampleCache validationImages;
    private final int count;
    private final int batchesPerStep;
    private final BatchLoader loader;
    private final Optional<FeatureStore> features;
    private final StageSource stages;
    private final Validator validator;

    /**
     * @throws TrainingException if no training image can be read
     * @throws IOException if the file of features cannot be made
     */
    RunImages(TrainingJob job, MaskRcnn network) throws IOException {
        RunConfig config = job.config();
        SampleReader reader = new SampleReader(config.network());
        trainingImages = new SampleCache(reader::spacious, "training images");
        validationImages = new SampleCache(reader::asSeen, "validation images");
        List<Sample> training = readable(job.dataset().train(), trainingImages);
        count = training.size();
        batchesPerStep = config.tuning().accumulate();
        features = takesImagesAlone(config, TorchRuntime.isOnCard())
                ? Optional.of(FeatureStore.open(
                        job.directory().features(), config.machine().featureCache() * MEGABYTE))
                : Optional.empty();
        stages = source(network, "training");
        validator = new Validator(
                validationImages.readable(job.dataset().validation()), validationImages, source(network, "validation"));
        long seed = config.machine().seed();
        DetectionTransform transform = DetectionTransform.of(config.network());
        BatchOrder order = new BatchOrder(
                training,
                config.optimization().batchSize(),
                seed,
                sample -> transform.paddedSize(sample.width(), sample.height()));
        loader = new BatchLoader(new BatchMaker(order, seed, trainingImages, new Augmenter(config))::batch);
    }

    /**
     * Whether the backbone's outputs are remembered: they come again unchanged, and there is room. Not on a graphics
     * card, which they would have to be brought to in every step.
     */
    static boolean remembersFeatures(RunConfig config, boolean onCard) {
        return !onCard && featuresComeAgain(config) && config.machine().featureCache() > 0;
    }

    /**
     * Whether each image goes through the backbone alone, as those do that are remembered. With group norm also where
     * there is no room to remember any: its sums in bfloat16 are rounded otherwise in a batch, and how much room there
     * is must change no loss.
     */
    static boolean takesImagesAlone(RunConfig config, boolean onCard) {
        boolean roundsByBatch = config.network().norm().equals("group");
        return !onCard
                && featuresComeAgain(config)
                && (roundsByBatch || config.machine().featureCache() > 0);
    }

    /** The backbone does not train, and images vary by mirrors alone. */
    private static boolean featuresComeAgain(RunConfig config) {
        return config.network().trainableStages().equals("heads")
                && config.augmenting().mirrorsOnly();
    }

    private StageSource source(MaskRcnn network, String purpose) {
        return features.<StageSource>map(store -> new FrozenFeatures(network, store, purpose))
                .orElseGet(() -> StageSource.computed(network));
    }

    private static List<Sample> readable(List<Sample> samples, SampleCache cache) {
        List<Sample> readable = cache.readable(samples);
        if (readable.isEmpty()) {
            throw new TrainingException("There is no training image that can be read. "
                    + cache.leftOut().get(0));
        }
        return readable;
    }

    /** Training images. */
    int count() {
        return count;
    }

    /** The batches of a step, counted from 1. */
    List<List<Example>> batches(int step) throws IOException {
        List<List<Example>> batches = new ArrayList<>();
        for (int i = 1; i <= batchesPerStep; i++) {
            batches.add(loader.batch((step - 1) * batchesPerStep + i));
        }
        return batches;
    }

    /** Where the backbone's outputs for training images come from. */
    StageSource stages() {
        return stages;
    }

    Validator validator() {
        return validator;
    }

    /** A sentence for each image left out since this was last asked. */
    Stream<String> leftOut() {
        return Stream.of(trainingImages, validationImages).flatMap(cache -> cache.leftOut().stream());
    }

    @Override
    public void close() throws IOException {
        loader.close();
        if (features.isPresent()) {
            features.get().close();
        }
    }
}
