package io.flamemark.app.inspect;

import io.flamemark.annotation.ImageId;
import io.flamemark.dataset.Dataset;
import io.flamemark.dataset.Sample;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An image that can be looked at.
 *
 * @param key unique in the workspace
 * @param group where it comes from
 * @param sample with its truth; none of an image from outside the project is known
 */
public record InspectImage(String key, Group group, Path file, Optional<Sample> sample) {

    /** Where an image comes from. */
    public enum Group {
        VALIDATION("validation"),
        TEST("test"),
        TRAIN("training"),
        OUTSIDE("other");

        private final String word;

        Group(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /** The images of a dataset: validation, test, then training. */
    static List<InspectImage> of(Dataset dataset) {
        List<InspectImage> all = new ArrayList<>();
        dataset.validation().forEach(s -> all.add(of(s, Group.VALIDATION)));
        dataset.test().forEach(s -> all.add(of(s, Group.TEST)));
        dataset.train().forEach(s -> all.add(of(s, Group.TRAIN)));
        return all;
    }

    private static InspectImage of(Sample sample, Group group) {
        return new InspectImage(sample.id(), group, sample.image(), Optional.of(sample));
    }

    /** A file from outside of the project. */
    static InspectImage outside(Path file) {
        return new InspectImage("file:" + file, Group.OUTSIDE, file, Optional.empty());
    }

    public String name() {
        return file.getFileName().toString();
    }

    /** The image's id in the open project, if it belongs to it. */
    Optional<ImageId> projectId() {
        return sample.map(s -> new ImageId(s.id()));
    }
}
