package io.flamemark.exchange.part;

import java.io.IOException;
import java.nio.file.Path;

/** A file of another program that cannot be read or written; the message is one sentence that begins with the file. */
public final class ExchangeException extends IOException {

    private static final long serialVersionUID = 1L;

    /**
     * @param what follows the name of the file and a colon, and says what to do: one sentence with its stop
     */
    public ExchangeException(Path file, String what) {
        this(file, what, null);
    }

    /** With what it comes from, for the log. */
    public ExchangeException(Path file, String what, Throwable cause) {
        super(file + ": " + what, cause);
    }
}
