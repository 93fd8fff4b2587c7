package io.flamemark.format;

import java.nio.file.Path;

/** The file was changed by somebody else since it was read or last saved here; nothing was written. */
public final class ConflictException extends FormatException {

    private static final long serialVersionUID = 1L;

    public ConflictException(Path file) {
        super(
                file,
                "the file was changed by another program since it was opened, so nothing was written; save under another"
                        + " name to keep both versions, or open the file again.");
    }
}
