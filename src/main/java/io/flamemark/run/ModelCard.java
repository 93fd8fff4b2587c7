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
import java.util.Locale;
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
 * @param summary the same in words, for a person; not in the cards of earlier versions
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
        Instant created,
        Optional<String> summary,
        Optional<Hashes> hashes) {

    public static final int VERSION = 1;

    /**
     * What it learned from.
     *
     * @param trainObjects annotated objects on the training images
     */
    public record Data(int trainImages, int validationImages, int testImages, int trainObjects) {

        String inWords() {
            return "%d images with %d annotated objects; judged on %d images, %d kept apart for the final test"
                    .formatted(trainImages, trainObjects, validationImages, testImages);
        }

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

    /**
     * SHA-256 of what the card speaks of.
     *
     * @param weights of the file beside the card
     * @param dataset of the run's {@code dataset.json}, which holds the labels, the split and the hash of every image;
     *     empty where there is none
     * @param startWeights of the file training started from; empty where it started from nothing, or the file is gone
     */
    public record Hashes(String weights, Optional<String> dataset, Optional<String> startWeights) {

        private static Hashes of(RunDirectory run, RunConfig config) throws IOException {
            return new Hashes(
                    Sha256.of(run.weights()),
                    ifThere(run.dataset()),
                    ifThere(Path.of(config.network().weights())));
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
                created,
                summary,
                Optional.of(Hashes.of(directory, config)));
    }

    private static String inWords(TrainingJob job, int epoch, Optional<Scores> scores) {
        RunConfig config = job.config();
        RunConfig.Network network = config.network();
        String start = network.weights().equals("none") ? "from nothing" : "from the weights " + network.weights();
        String good = scores.filter(it -> it.maskAp() >= 0)
                .map(it -> String.format(
                        Locale.ROOT,
                        "On the validation images it has a mask AP of %.3f, an AP50 of %.3f and a mean IoU of %.3f.",
                        it.maskAp(),
                        it.maskAp50(),
                        it.meanIou()))
                .orElse("How good it is was not measured.");
        return String.format(
                Locale.ROOT,
                "A Mask R-CNN (%s, images of %d pixels) that finds %s, trained %s with the preset %s and the seed %d on %s."
                        + " These are the weights of epoch %d of %d. %s",
                network.backbone(),
                network.minSize(),
                String.join(", ", job.dataset().labels().classes()),
                start,
                config.preset(),
                config.machine().seed(),
                Data.of(job.dataset()).inWords(),
                epoch,
                config.optimization().epochs(),
                good);
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
                now,
                Optional.of(inWords(job, epoch, scores)),
                Optional.empty());
    }
}
