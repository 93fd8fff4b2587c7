package io.flamemark.app.train.model;

import io.flamemark.annotation.Finding;
import io.flamemark.annotation.Finding.Severity;
import io.flamemark.annotation.ImageId;
import io.flamemark.dataset.Dataset;
import io.flamemark.dataset.Sample;
import io.flamemark.dataset.TrainingChecks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a training would learn from and be judged by, and what a person should know before it starts.
 *
 * @param obstacle why training cannot start, without a text where it can; names what to do
 * @param warnings worth reading, none of which prevents the start
 */
public record DataSummary(
        Part train, Part validation, Part test, List<String> classes, DataNote obstacle, List<DataNote> warnings) {

    private static final int SHOWN_FINDINGS = 5;

    /** One split: how many images, how many outlines on them. */
    public record Part(int images, int outlines) {

        static Part of(List<Sample> samples) {
            return new Part(
                    samples.size(),
                    samples.stream().mapToInt(s -> s.instances().size()).sum());
        }

        /** For example "20 images, 29 outlines". */
        public String words() {
            return Words.count(images, "image") + ", " + Words.count(outlines, "outline");
        }
    }

    static DataSummary of(Dataset dataset, List<Finding> findings) {
        Part train = Part.of(dataset.train());
        return new DataSummary(
                train,
                Part.of(dataset.validation()),
                Part.of(dataset.test()),
                dataset.labels().classes(),
                obstacle(dataset.train(), train),
                train.outlines() > 0
                        ? warnings(TrainingChecks.counts(dataset, ""), findings)
                        : warnings(List.of(), findings));
    }

    /** A summary that says only why there is no data. */
    static DataSummary unusable(String obstacle) {
        Part none = new Part(0, 0);
        return new DataSummary(none, none, none, List.of(), DataNote.of(obstacle), List.of());
    }

    /** Whether nothing stands in the way of a training. */
    public boolean canTrain() {
        return obstacle.text().isEmpty();
    }

    private static DataNote obstacle(List<Sample> samples, Part train) {
        if (train.images() == 0) {
            return DataNote.of("There is no training image. Add images and outline the fires in Annotate; "
                    + "“Used for” there says which images train.");
        }
        if (train.outlines() == 0) {
            return new DataNote(
                    "No training image has an outline yet. Draw at least one around a fire in Annotate.",
                    Optional.of(new ImageId(samples.get(0).id())),
                    OptionalInt.empty());
        }
        return DataNote.NONE;
    }

    private static List<DataNote> warnings(List<Finding> counts, List<Finding> findings) {
        List<DataNote> all = new ArrayList<>(warned(counts));
        List<DataNote> told = warned(findings);
        all.addAll(told.subList(0, Math.min(SHOWN_FINDINGS, told.size())));
        if (told.size() > SHOWN_FINDINGS) {
            all.add(DataNote.of((told.size() - SHOWN_FINDINGS) + " more findings; see Project > What was found."));
        }
        return all;
    }

    private static List<DataNote> warned(List<Finding> findings) {
        return findings.stream()
                .filter(f -> f.severity() != Severity.INFO)
                .map(DataNote::of)
                .toList();
    }
}
