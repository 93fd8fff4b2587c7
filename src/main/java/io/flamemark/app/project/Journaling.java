package io.flamemark.app.project;

import io.flamemark.annotation.Project;
import io.flamemark.app.task.FxTasks;
import io.flamemark.edit.Edit;
import io.flamemark.edit.EditResult;
import io.flamemark.edit.EditSession;
import io.flamemark.edit.ProjectDelta;
import io.flamemark.format.ProjectFile;
import io.flamemark.format.journal.EditJournal;
import io.flamemark.format.journal.JournalPlaces;
import io.flamemark.format.journal.JournalRecovery;
import io.flamemark.format.journal.JournalStart;
import io.flamemark.format.journal.RecoveredEdits;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * Has every edit of the open project written to its journal, and knows what was recovered from an earlier one. On the
 * window's thread, where nothing else is said.
 */
public final class Journaling {

    private final ProjectModel model;
    private final FxTasks tasks;
    private final ScheduledExecutorService writer;
    private final Path dataFolder;
    private final Clock clock;
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<RecoveredEdits> recovered = new ReadOnlyObjectWrapper<>();
    private Runnable onShared = () -> {};
    private Optional<Path> file = Optional.empty();
    private EditJournal journal;

    /**
     * @param writer a single thread, for the journal alone
     * @param dataFolder takes the journals of projects whose folder cannot be written
     */
    public Journaling(
            ProjectModel model, FxTasks tasks, ScheduledExecutorService writer, Path dataFolder, Clock clock) {
        this.model = model;
        this.tasks = tasks;
        this.writer = writer;
        this.dataFolder = dataFolder;
        this.clock = clock;
        model.addListener(this::changed);
    }

    /** Why edits are not kept safe now; empty where they are. */
    public ReadOnlyStringProperty troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    /** Edits that were recovered when the project was opened and that nobody has decided on, or null. */
    public ReadOnlyObjectProperty<RecoveredEdits> recoveredProperty() {
        return recovered.getReadOnlyProperty();
    }

    /** The recovered edits stay, as any others that are not saved yet. */
    public void keepRecovered() {
        recovered.set(null);
    }

    /** Called when another window turns out to edit the same project. */
    void onShared(Runnable action) {
        onShared = action;
    }

    /** The project whose journal is being written: its journal is none to recover from. */
    Optional<Path> file() {
        return file;
    }

    /** What earlier sessions left of a project. In the background. */
    JournalRecovery.Found look(ProjectFile opened, Optional<Path> own) {
        if (own.equals(Optional.of(opened.path()))) {
            return JournalRecovery.Found.nothing();
        }
        try {
            return JournalRecovery.look(opened, places(opened.path()));
        } catch (IOException e) {
            String sentence = "The journal of unsaved edits could not be read: " + e.getMessage();
            return new JournalRecovery.Found(Optional.empty(), List.of(sentence), false);
        }
    }

    /** Another project is open: edits go to its journal, and those of the one before are wanted no more. */
    void begin(ProjectFile opened, Optional<RecoveredEdits> edits) {
        end();
        start(opened.path(), edits.map(RecoveredEdits::start).orElseGet(() -> JournalStart.of(opened)));
        recovered.set(edits.orElse(null));
    }

    /** How many edits a save that begins now will hold. */
    long recorded() {
        return journal == null ? 0 : journal.recorded();
    }

    /** Takes the checksum of the file that a save of {@code content} is about to write. To be used in the background. */
    Consumer<String> announcing(Project content) {
        EditJournal now = journal;
        long count = recorded();
        return now == null ? fingerprint -> {} : fingerprint -> now.announce(fingerprint, content, count);
    }

    /** A file holds {@code content}: the project when {@link #recorded} was {@code recorded}. */
    void saved(ProjectFile saved, Project content, long recorded) {
        recovered.set(null);
        if (journal != null && file.equals(Optional.of(saved.path()))) {
            journal.saved(saved.fingerprint(), content, recorded);
            return;
        }
        end();
        start(saved.path(), JournalStart.of(saved, content));
        if (model.project() != content) {
            journal.record(since(content));
        }
    }

    /** The project is closed, and what is unsaved is wanted no more. */
    void end() {
        if (journal != null) {
            journal.discard();
            journal = null;
        }
        file = Optional.empty();
        recovered.set(null);
        trouble.set("");
    }

    private void start(Path path, JournalStart start) {
        file = Optional.of(path);
        journal = new EditJournal(places(path), start, writer, clock, new Relay(path));
    }

    private JournalPlaces places(Path path) {
        return JournalPlaces.of(path, dataFolder);
    }

    private void changed(EditSession.Change change) {
        if (journal != null) {
            journal.record(change);
        }
        if (change.cause() == EditSession.Cause.DONE) {
            // Who goes on working has taken what was recovered for good.
            recovered.set(null);
        }
    }

    /** What was done while the project was being saved under another name. */
    private EditSession.Change since(Project written) {
        Project now = model.project();
        Edit edit = new Edit.Restore(ProjectDelta.between(written, now), "edits during the save");
        return new EditSession.Change(
                EditSession.Cause.DONE,
                Optional.of(edit),
                edit.description(),
                written,
                now,
                EditResult.Touched.nothing());
    }

    /** From the journal's thread to the window's; what comes late, about a project closed since, is dropped. */
    private final class Relay implements EditJournal.Listener {

        private final Path about;

        private Relay(Path about) {
            this.about = about;
        }

        @Override
        public void trouble(Optional<String> reason) {
            relay(() -> trouble.set(reason.orElse("")));
        }

        @Override
        public void shared() {
            relay(onShared);
        }

        private void relay(Runnable action) {
            tasks.onWindowThread(() -> {
                if (file.equals(Optional.of(about))) {
                    action.run();
                }
            });
        }
    }
}
