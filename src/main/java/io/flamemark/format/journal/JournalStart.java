package io.flamemark.format.journal;

import io.flamemark.annotation.Project;
import io.flamemark.format.ProjectFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What a journal begins with: the project file as it was opened, and perhaps edits on top of it that were recovered. */
public final class JournalStart {

    private final JournalLine.Base base;
    private final List<JournalLine.Entry> entries;
    private final Optional<Path> origin;

    private JournalStart(JournalLine.Base base, List<JournalLine.Entry> entries, Optional<Path> origin) {
        this.base = base;
        this.entries = List.copyOf(entries);
        this.origin = origin;
    }

    /** Of a project without unsaved edits. */
    public static JournalStart of(ProjectFile opened) {
        return new JournalStart(JournalLine.Base.of(opened.fingerprint()), List.of(), Optional.empty());
    }

    /** Of a project just saved under this name: its session numbers the regions otherwise than a reader would. */
    public static JournalStart of(ProjectFile saved, Project content) {
        return new JournalStart(JournalLine.Base.of(saved.fingerprint(), content, 0), List.of(), Optional.empty());
    }

    /** Of a project with edits that were found in the journal {@code origin}. */
    static JournalStart recovered(ProjectFile opened, List<JournalLine.Entry> entries, Path origin) {
        return new JournalStart(JournalLine.Base.of(opened.fingerprint()), entries, Optional.of(origin));
    }

    JournalLine.Base base() {
        return base;
    }

    List<JournalLine.Entry> entries() {
        return entries;
    }

    Optional<Path> origin() {
        return origin;
    }
}
