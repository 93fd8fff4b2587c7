package io.flamemark.format.journal;

import io.flamemark.annotation.Project;
import io.flamemark.edit.Edit;
import io.flamemark.edit.EditSession;
import java.time.Instant;
import java.util.Optional;

/** What stands on one line of a journal. */
sealed interface JournalLine {

    /** Goes up when an older program could misread the file. */
    int VERSION = 1;

    /**
     * The project file that edits start from. A journal begins with one; another says that a save was about to leave a
     * file with {@code sha256}, which holds all edits up to {@code after}.
     *
     * @param sha256 of the project file, or of its files together
     * @param after the number of the last edit the file holds
     * @param regions how the edits number the regions of the file; as a reader numbers them where empty
     */
    record Base(int version, String sha256, long after, Optional<RegionNumbers> regions) implements JournalLine {

        /** Of a file as it was read. */
        static Base of(String sha256) {
            return new Base(VERSION, sha256, 0, Optional.empty());
        }

        /** Of a file that a session wrote, or is about to. */
        static Base of(String sha256, Project content, long after) {
            return new Base(VERSION, sha256, after, Optional.of(RegionNumbers.of(content)));
        }
    }

    /**
     * An edit, an undo or a redo.
     *
     * @param number counts the edits of a session from 1, without a gap
     * @param edit what was done; for an undo or redo, {@link Edit.Restore}
     */
    record Entry(long number, Instant at, EditSession.Cause cause, Edit edit) implements JournalLine {}
}
