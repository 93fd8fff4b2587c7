package io.flamemark.weights;

import java.io.IOException;
import java.nio.file.Path;

/** A file of weights cannot be used; the message names the file and the reason. */
public final class WeightsException extends IOException {

    private static final long serialVersionUID = 1L;

    public WeightsException(Path file, String reason) {
        super(file + ": " + reason);
    }

    public WeightsException(Path file, String reason, Throwable cause) {
        super(file + ": " + reason, cause);
    }

    /** A reason that speaks for itself, where there is no file yet. */
    public WeightsException(String sentence) {
        super(sentence);
    }
}
