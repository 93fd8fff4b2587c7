package io.flamemark.run;

import io.flamemark.dataset.Dataset;
import io.flamemark.dataset.LabelMap;
import io.flamemark.dataset.Sample;
import io.flamemark.files.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
 * @param engine libtorch's version; not in the cards of earlier versions
 * @param summary the same in words, for a person; not in the cards of earlier versions
 * @param limits what must not be concluded from the figures, a sentence each; not in the cards of earlier versions
 * @param hashes what tells these files from others; not in the cards of earlier versions
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
        Optional<String> engine,
        Instant created,
        Optional<String> summary,
        Optional<List<String>> limits,
        Optional<Hashes> hashes) {

    public static final int VERSION = 1;

    /**
     * What it learned from.
     *
     * @param trainObjects annotated objects on the training images
     * @param validationObjects on those that chose the epoch; not in the cards of earlier versions
     * @param testObjects on those kept apart; not in the cards of earlier versions
     */
    public record Data(
            int trainImages,
            int validationImages,
            int testImages,
            int trainObjects,
            Optional<Integer> validationObjects,
            Optional<Integer> testObjects) {

        public static Data of(Dataset dataset) {
            return new Data(
                    dataset.train().size(),
                    dataset.validation().size(),
                    dataset.test().size(),
                    objects(dataset.train()),
                    Optional.of(objects(dataset.validation())),
                    Optional.of(objects(dataset.test())));
        }

        private static int objects(List<Sample> samples) {
            return samples.stream().mapToInt(s -> s.instances().size()).sum();
        }
    }

    /**
     * SHA-256 of what the card speaks of.
     *
     * @param weights of the file beside the card
     * @param dataset of the run's {@code dataset.json}, which holds the labels, the split and the hash of every image;
     *     empty where there is none
     * @param startWeights of the file training started from, as it was then; empty where it started from nothing
     */
    public record Hashes(String weights, Optional<String> dataset, Optional<String> startWeights) {

        private static Hashes of(RunDirectory run, RunConfig config) throws IOException {
            return new Hashes(Sha256.of(run.weights()), ifThere(run.dataset()), FrozenWeights.hash(run, config));
        }

        private static Optional<String> ifThere(Path file) throws IOException {
            return Files.isRegularFile(file) ? Optional.of(Sha256.of(file)) : Optional.empty();
        }
    }

    /** With the hashes of the run's files as they are now. */
    public ModelCard hashed(RunDirectory directory) throws IOException {
        return new ModelCard(
                version,
                run,
                labels,
                config,
                epoch,
                scores,
                data,
                parameters,
                madeBy,
                java,
                engine,
                created,
                summary,
                limits,
                Optional.of(Hashes.of(directory, config)));
    }

    /** The card of one epoch of a job, without hashes. */
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
                Optional.of(EnginePackage.inWords()),
                now,
                Optional.of(ModelWords.summary(job, epoch, scores)),
                Optional.of(ModelWords.limits(job, scores)),
                Optional.empty());
    }
}
