package io.flamemark.edit;

import io.flamemark.annotation.Project;
import io.flamemark.annotation.RegionId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The one owner and only writer of an open project. Not thread-safe; the window uses it on one thread. A listener that
 * edits while it is being told of an edit gets an {@link IllegalStateException}: such loops are programming errors.
 */
public final class EditSession {

    /** How the project came to change. */
    public enum Cause {
        DONE,
        UNDONE,
        REDONE,
        SAVED
    }

    /**
     * A change: from what, to what, and what it touched.
     *
     * @param edit what was done; none for an undo, a redo or a save
     */
    public record Change(
            Cause cause,
            Optional<Edit> edit,
            String description,
            Project before,
            Project after,
            EditResult.Touched touched) {}

    /** Hears of changes, after the fact. */
    @FunctionalInterface
    public interface Listener {
        void changed(Change change);
    }

    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final EditHistory history;
    private Project project;
    private long lastRegion;
    private long lastGesture;
    private boolean telling;

    public EditSession(Project opened) {
        this.project = opened;
        this.history = new EditHistory(opened);
        this.lastRegion = opened.images().stream()
                .flatMap(i -> i.regions().stream())
                .mapToLong(r -> r.id().value())
                .max()
                .orElse(0);
    }

    public Project project() {
        return project;
    }

    /** An identity no region of this session has had, not even a deleted one. */
    public RegionId newRegionId() {
        return new RegionId(++lastRegion);
    }

    /** A gesture of its own. */
    public Gesture newGesture() {
        return new Gesture(++lastGesture);
    }

    /** Does it, or refuses and changes nothing. An edit that changes nothing leaves no step in the history. */
    public EditResult apply(Edit edit) {
        requireQuiet();
        EditResult result = edit.applyTo(project);
        if (result instanceof EditResult.Applied applied && !applied.next().equals(project)) {
            noteIdentities(edit, applied.touched());
            Project next = history.push(new EditHistory.Step(edit, project, applied.next(), applied.touched()));
            moveTo(next, Cause.DONE, Optional.of(edit), edit.description(), applied.touched());
        }
        return result;
    }

    /** Goes one step back; false where there is none. */
    public boolean undo() {
        requireQuiet();
        Optional<EditHistory.Step> step = history.undo();
        step.ifPresent(
                s -> moveTo(s.before(), Cause.UNDONE, Optional.empty(), s.edit().description(), s.touched()));
        return step.isPresent();
    }

    /** Does again what was undone last; false where nothing was. */
    public boolean redo() {
        requireQuiet();
        Optional<EditHistory.Step> step = history.redo();
        step.ifPresent(
                s -> moveTo(s.after(), Cause.REDONE, Optional.empty(), s.edit().description(), s.touched()));
        return step.isPresent();
    }

    /** What {@link #undo} would take back. */
    public Optional<String> undoDescription() {
        return history.nextToUndo().map(s -> s.edit().description());
    }

    /** What {@link #redo} would do again. */
    public Optional<String> redoDescription() {
        return history.nextToRedo().map(s -> s.edit().description());
    }

    /** Whether there is work that no file holds. */
    public boolean isDirty() {
        return !history.isSaved(project);
    }

    /** Records that a file now holds {@code written}, which may be older than the project by now. */
    public void markSaved(Project written) {
        requireQuiet();
        history.markSaved(written);
        moveTo(project, Cause.SAVED, Optional.empty(), "save", EditResult.Touched.nothing());
    }

    public void addListener(Listener listener) {
        listeners.add(listener);
    }

    public void removeListener(Listener listener) {
        listeners.remove(listener);
    }

    /** Edits that were replayed bring identities and gestures of an earlier session; new ones must differ. */
    private void noteIdentities(Edit edit, EditResult.Touched touched) {
        touched.regions().forEach(id -> lastRegion = Math.max(lastRegion, id.value()));
        lastGesture = Math.max(lastGesture, edit.gesture().id());
    }

    private void moveTo(
            Project next, Cause cause, Optional<Edit> edit, String description, EditResult.Touched touched) {
        Change change = new Change(cause, edit, description, project, next, touched);
        project = next;
        telling = true;
        try {
            listeners.forEach(l -> l.changed(change));
        } finally {
            telling = false;
        }
    }

    private void requireQuiet() {
        if (telling) {
            throw new IllegalStateException("an edit from within a listener of edits");
        }
    }
}
