package io.flamemark.dataset;

import io.flamemark.annotation.Finding;
import io.flamemark.annotation.Finding.Severity;
import io.flamemark.annotation.ImageId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** What spoils a training though every image and outline is sound by itself. */
public final class TrainingChecks {

    /** With fewer examples a class is learned by heart. */
    private static final int FEW = 5;

    private TrainingChecks() {}

    /**
     * What the counts alone say: nothing to learn from, a class with few examples, nothing to validate with.
     *
     * @param file the project's
     */
    public static List<Finding> counts(Dataset dataset, String file) {
        List<Finding> findings = new ArrayList<>();
        if (outlines(dataset.train()) == 0) {
            findings.add(finding(
                    Severity.ERROR,
                    "train-without-outline",
                    file,
                    Optional.empty(),
                    "No training image has an outline: there is nothing to learn from."));
            return findings;
        }
        for (int label = 1; label <= dataset.labels().classes().size(); label++) {
            int examples = examples(dataset.train(), label);
            if (examples < FEW) {
                findings.add(finding(
                        Severity.WARNING,
                        "class-with-few-examples",
                        file,
                        withExample(dataset, label),
                        fewExamples(dataset.labels().nameOf(label), examples)));
            }
        }
        validation(dataset, file).ifPresent(findings::add);
        return findings;
    }

    private static String fewExamples(String name, int examples) {
        return switch (examples) {
            case 0 -> "Class \"%s\" has no outline in the training images: the model will not find it.".formatted(name);
            case 1 ->
                "Class \"%s\" has only one outline in the training images: expect a model that knows just that one."
                        .formatted(name);
            default ->
                "Class \"%s\" has only %s outlines in the training images: expect a model that knows just these."
                        .formatted(name, examples);
        };
    }

    private static Optional<Finding> validation(Dataset dataset, String file) {
        if (dataset.validation().isEmpty()) {
            return Optional.of(finding(
                    Severity.WARNING,
                    "validation-empty",
                    file,
                    Optional.empty(),
                    "No validation images: the last epoch is kept instead of the best, and no scores are shown. Split the"
                            + " images by scene, or mark some as Validate in Annotate."));
        }
        return outlines(dataset.validation()) == 0
                ? Optional.of(finding(
                        Severity.WARNING,
                        "validation-without-outline",
                        file,
                        Optional.of(new ImageId(dataset.validation().get(0).id())),
                        "No validation image has an outline, so scores cannot be computed."))
                : Optional.empty();
    }

    /**
     * Pictures on both sides of the split: the scores would say how well the network remembers.
     *
     * @param hashes of the samples, by id
     */
    public static List<Finding> leaks(Dataset dataset, Map<String, PictureHash> hashes, String file) {
        List<Finding> findings = new ArrayList<>();
        for (Sample judge : Stream.concat(dataset.validation().stream(), dataset.test().stream())
                .toList()) {
            dataset.train().stream()
                    .filter(taught -> isSame(hashes.get(judge.id()), hashes.get(taught.id())))
                    .findFirst()
                    .ifPresent(taught -> findings.add(leak(judge, taught, dataset, file)));
        }
        return findings;
    }

    private static boolean isSame(PictureHash a, PictureHash b) {
        return a != null && b != null && a.distance(b) <= PictureHash.SAME;
    }

    private static Finding leak(Sample judge, Sample taught, Dataset dataset, String file) {
        return finding(
                Severity.WARNING,
                "same-picture-in-two-splits",
                file,
                Optional.of(new ImageId(judge.id())),
                "%s of the %s images looks the same as %s of the training images: scores will be better than the model is."
                        .formatted(
                                judge.image().getFileName(),
                                dataset.test().contains(judge) ? "test" : "validation",
                                taught.image().getFileName()));
    }

    private static int outlines(List<Sample> samples) {
        return samples.stream().mapToInt(sample -> sample.instances().size()).sum();
    }

    private static int examples(List<Sample> samples, int label) {
        return (int) samples.stream()
                .flatMap(sample -> sample.instances().stream())
                .filter(instance -> instance.label() == label)
                .count();
    }

    /** An image with one of the few examples, of the training images where there is any. */
    private static Optional<ImageId> withExample(Dataset dataset, int label) {
        return Stream.of(dataset.train(), dataset.validation(), dataset.test())
                .flatMap(List::stream)
                .filter(sample -> examples(List.of(sample), label) > 0)
                .findFirst()
                .map(sample -> new ImageId(sample.id()));
    }

    private static Finding finding(
            Severity severity, String code, String file, Optional<ImageId> image, String message) {
        return new Finding(severity, code, file, image, OptionalInt.empty(), message);
    }
}
