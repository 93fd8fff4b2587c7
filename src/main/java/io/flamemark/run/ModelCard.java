package io.flamemark.run;

import io.flamemark.dataset.Dataset;
import io.flamemark.dataset.LabelMap;
import io.flamemark.dataset.Sample;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a person and a program need to know about trained weights; {@code model/model-card.json}. With it, the weights
 * beside it can be loaded on their own.
 *
 * @param version of this layout
 * @param run the id of the run that made it
 * @param labels the classes, in the order of the network's outputs
 * @param config how it was trained, the network's shape included
 * @param epoch whose weights these are
 * @param scores on the validation images
 * @param parameters numbers in the network
 * @param madeBy the program and its version
 */
public record ModelCard(
        int version,
        String run,
        LabelMap labels,
        RunConfig config,
        int epoch,
        Optional<Scores> scores,
        Data data,
        long parameters,
        String madeBy,
        String java,
        Instant created) {

    public static final int VERSION = 1;

    /**
     * What it learned from.
     *
     * @param trainObjects annotated objects on the training images
     */
    public record Data(int trainImages, int validationImages, int testImages, int trainObjects) {

        public static Data of(Dataset dataset) {
            return new Data(
                    dataset.train().size(),
                    dataset.validation().size(),
                    dataset.test().size(),
                    objects(dataset.train()));
        }

        private static int objects(List<Sample> samples) {
            return samples.stream().mapToInt(s -> s.instances().size()).sum();
        }
    }

    /** The card of one epoch of a job. */
    public static ModelCard of(TrainingJob job, int epoch, Optional<Scores> scores, long parameters, Instant now) {
        return new ModelCard(
                VERSION,
                job.directory().id(),
                job.dataset().labels(),
                job.config(),
                epoch,
                scores,
                Data.of(job.dataset()),
                parameters,
                Environment.thisProgram(),
                System.getProperty("java.version"),
                now);
    }
}
