package io.flamemark.annotation;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * Something a person should know about a project: what, where, and how bad.
 *
 * @param severity error: left out of work; warning: used, but look at it; info: a note
 * @param code short, stable, for machines: {@code polygon-too-few-points}
 * @param file the file it was found in, empty where there is none
 * @param image the key of the image, if it is about one
 * @param region the index of the region within the image, if it is about one
 * @param message one sentence that names what is wrong and what was done about it
 */
public record Finding(
        Severity severity, String code, String file, Optional<ImageId> image, OptionalInt region, String message) {

    /** How bad. */
    public enum Severity {
        ERROR,
        WARNING,
        INFO
    }
}
