package io.flamemark.app.train.model;

import io.flamemark.annotation.Finding;
import io.flamemark.annotation.ImageId;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Something about the data that a person should know before a training.
 *
 * @param text a sentence; empty where there is nothing to say
 * @param image where it can be seen
 * @param region its index within the image, where it is about one
 */
public record DataNote(String text, Optional<ImageId> image, OptionalInt region) {

    /** Nothing to say. */
    static final DataNote NONE = of("");

    /** Of no image in particular. */
    public static DataNote of(String text) {
        return new DataNote(text, Optional.empty(), OptionalInt.empty());
    }

    /** What was found, with its place. */
    public static DataNote of(Finding finding) {
        return new DataNote(finding.message(), finding.image(), finding.region());
    }
}
