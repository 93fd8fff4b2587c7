package io.flamemark.format;

import io.flamemark.exchange.part.ExchangeException;
import io.flamemark.files.JsonException;
import java.io.IOException;
import java.nio.file.Path;

/** A project that cannot be opened or saved; the message is one sentence: the file, the place, what, and what to do. */
public class FormatException extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient Path file;

    /**
     * @param what follows the name of the file and a colon
     */
    public FormatException(Path file, String what) {
        this(file, what, null);
    }

    public FormatException(Path file, String what, Throwable cause) {
        super(file + ": " + what, cause);
        this.file = file;
    }

    FormatException(Path file, JsonException cause, String advice) {
        super(cause.getMessage() + "; " + advice + ".", cause);
        this.file = file;
    }

    private FormatException(Path file, ExchangeException cause) {
        super(cause.getMessage(), cause);
        this.file = file;
    }

    static FormatException of(Path file, ExchangeException cause) {
        return new FormatException(file, cause);
    }

    static FormatException of(Path file, JsonException cause, String advice) {
        return new FormatException(file, cause, advice);
    }

    public final Path file() {
        return file;
    }
}
