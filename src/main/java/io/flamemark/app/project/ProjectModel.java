package io.flamemark.app.project;

import io.flamemark.annotation.ClassScheme;
import io.flamemark.annotation.Project;
import io.flamemark.dataset.ImageLocator;
import io.flamemark.edit.Edit;
import io.flamemark.edit.EditResult;
import io.flamemark.edit.EditSession;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * The open project as the window sees it: an {@link EditSession} and where its file is, as observable properties. Used on
 * the window's thread only. There is always a project, perhaps an empty one.
 */
public final class ProjectModel {

    private final ReadOnlyObjectWrapper<Project> project = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Path> path = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper dirty = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<ClassScheme> classes = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper undoText = new ReadOnlyStringWrapper();
    private final ReadOnlyStringWrapper redoText = new ReadOnlyStringWrapper();
    private final List<EditSession.Listener> listeners = new ArrayList<>();
    private final List<Runnable> openListeners = new ArrayList<>();
    private Supplier<List<Path>> allowedFolders = List::of;
    private EditSession session;

    public ProjectModel() {
        open(Project.empty("untitled"), null);
    }

    /** Replaces what is open; the history starts anew. The path is null where no file holds the project yet. */
    public void open(Project opened, Path file) {
        open(new EditSession(opened), file);
    }

    /** As {@link #open(Project, Path)}, with a history: that of edits which were recovered. */
    public void open(EditSession opened, Path file) {
        session = opened;
        session.addListener(this::changed);
        path.set(file);
        classes.set(ClassScheme.of(session.project()));
        publish();
        openListeners.forEach(Runnable::run);
    }

    /** Images may be found in other places than before: everything that shows some looks again. */
    void lookAgain() {
        openListeners.forEach(Runnable::run);
    }

    /** Called after another project was opened. */
    public void onOpened(Runnable listener) {
        openListeners.add(listener);
    }

    /** The project now. */
    public ReadOnlyObjectProperty<Project> projectProperty() {
        return project.getReadOnlyProperty();
    }

    public Project project() {
        return project.get();
    }

    /** The file the project was opened from or saved to, or null. */
    public ReadOnlyObjectProperty<Path> pathProperty() {
        return path.getReadOnlyProperty();
    }

    public Optional<Path> path() {
        return Optional.ofNullable(path.get());
    }

    /** Finds the image files of the project as it is now; finding looks at the disk, so it is for background work. */
    public ImageLocator locator() {
        return new ImageLocator(path().orElse(Path.of("untitled")), project().imageFolder(), allowedFolders.get());
    }

    /** Says in which folders outside of the project's own images may be opened. */
    public void allowFolders(Supplier<List<Path>> folders) {
        allowedFolders = folders;
    }

    /** Whether there are changes that no file holds. */
    public ReadOnlyBooleanProperty dirtyProperty() {
        return dirty.getReadOnlyProperty();
    }

    /** The project's classes. */
    public ReadOnlyObjectProperty<ClassScheme> classesProperty() {
        return classes.getReadOnlyProperty();
    }

    /** The session of the open project; another after each {@link #open}. */
    public EditSession session() {
        return session;
    }

    /** Edits the project; undo takes it back. */
    public EditResult apply(Edit edit) {
        return session.apply(edit);
    }

    /** What {@link EditSession#undo} would take back, empty where there is nothing. */
    public ReadOnlyStringProperty undoTextProperty() {
        return undoText.getReadOnlyProperty();
    }

    /** What {@link EditSession#redo} would do again, empty where there is nothing. */
    public ReadOnlyStringProperty redoTextProperty() {
        return redoText.getReadOnlyProperty();
    }

    /** A file holds {@code written} now. */
    public void savedAs(Path file, Project written) {
        path.set(file);
        session.markSaved(written);
    }

    /** Hears of every edit, undo, redo and save, whichever project is open. */
    public void addListener(EditSession.Listener listener) {
        listeners.add(listener);
    }

    private void changed(EditSession.Change change) {
        Project next = session.project();
        if (classes.get().mayChange(change.before(), next, change.touched().images())) {
            classes.set(ClassScheme.of(next));
        }
        publish();
        listeners.forEach(l -> l.changed(change));
    }

    private void publish() {
        dirty.set(session.isDirty());
        undoText.set(session.undoDescription().orElse(""));
        redoText.set(session.redoDescription().orElse(""));
        project.set(session.project());
    }
}
