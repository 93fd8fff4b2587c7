package io.flamemark.format.journal;

import java.io.IOException;
import java.nio.file.Path;

/** Another program writes this journal: the project is open there too. */
final class JournalInUseException extends IOException {

    private static final long serialVersionUID = 1L;

    JournalInUseException(Path journal) {
        super(journal + ": another window is writing this journal");
    }
}
