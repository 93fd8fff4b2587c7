package io.flamemark.format.journal;

import io.flamemark.annotation.Project;
import io.flamemark.edit.EditSession;
import io.flamemark.format.ProjectFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledThreadPoolExecutor;

/** A project opened by a person, with its journal, as the window does it but without one. */
final class Workplace implements AutoCloseable, EditJournal.Listener {

    final JournalRecovery.Found found;
    final EditSession session;
    final EditJournal journal;
    final List<Optional<String>> troubles = new ArrayList<>();
    boolean shared;
    ProjectFile file;
    private final ScheduledThreadPoolExecutor writer = new ScheduledThreadPoolExecutor(1);

    Workplace(Path project, JournalPlaces places) throws IOException {
        this(project, places, JournalFile.DISK);
    }

    Workplace(Path project, JournalPlaces places, JournalFile.Disk disk) throws IOException {
        file = ProjectFile.open(project);
        found = JournalRecovery.look(file, places);
        session = found.edits().map(RecoveredEdits::session).orElseGet(() -> new EditSession(file.project()));
        JournalStart start = found.edits().map(RecoveredEdits::start).orElseGet(() -> JournalStart.of(file));
        journal = new EditJournal(places, start, writer, Clock.systemUTC(), this, disk);
        session.addListener(journal::record);
    }

    /** Saves, with {@code meanwhile} done while the file is being written. */
    void save(Runnable meanwhile) throws IOException {
        Project written = session.project();
        long after = journal.recorded();
        meanwhile.run();
        file = file.save(written, fingerprint -> journal.announce(fingerprint, written, after));
        session.markSaved(written);
        journal.saved(file.fingerprint(), written, after);
    }

    /** What the journal's thread has still before it. */
    int dueTasks() {
        return writer.getQueue().size();
    }

    @Override
    public synchronized void trouble(Optional<String> reason) {
        troubles.add(reason);
    }

    @Override
    public void shared() {
        shared = true;
    }

    /** Leaves what a crash leaves: the journal, with all that was forced. */
    @Override
    public void close() {
        journal.close();
        writer.shutdownNow();
    }
}
