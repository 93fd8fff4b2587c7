package io.flamemark.weights;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A file of weights cannot be used; the message names the file and the reason. What the file itself puts into the
 * reason, such as a name, is cut to a few lines and cannot steer a terminal.
 */
public final class WeightsException extends IOException {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 600;

    public WeightsException(Path file, String reason) {
        super(file + ": " + printable(reason));
    }

    public WeightsException(Path file, String reason, Throwable cause) {
        super(file + ": " + printable(reason), cause);
    }

    /** A reason that speaks for itself, where there is no file yet. */
    public WeightsException(String sentence) {
        super(sentence);
    }

    /** A text without control characters and of bounded length. */
    public static String printable(String text) {
        String plain = text.replaceAll("\\p{Cntrl}", "?");
        return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST) + "...";
    }
}
