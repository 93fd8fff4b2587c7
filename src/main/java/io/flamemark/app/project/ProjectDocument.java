package io.flamemark.app.project;

import io.flamemark.annotation.Project;
import io.flamemark.app.task.FxTasks;
import io.flamemark.app.task.Job;
import io.flamemark.edit.EditSession;
import io.flamemark.format.ConflictException;
import io.flamemark.format.ProjectFile;
import io.flamemark.format.journal.JournalRecovery;
import io.flamemark.format.journal.RecoveredEdits;
import io.flamemark.settings.SettingsStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.value.ObservableBooleanValue;

/**
 * The open project's file: opening, saving and the questions on the way. Reading and writing happen in the background; a
 * failure leaves the project on the screen as it is, still unsaved, and says so.
 */
public final class ProjectDocument {

    private final ProjectModel model;
    private final FxTasks tasks;
    private final Prompts prompts;
    private final SettingsStore settings;
    private final Journaling journaling;
    private final ProjectFindings findings;
    private Optional<ProjectFile> file = Optional.empty();
    private boolean saving;
    /** What was asked for during a save and can only be done after it. */
    private final List<Runnable> afterSaving = new ArrayList<>();

    private final ReadOnlyIntegerWrapper openings = new ReadOnlyIntegerWrapper();
    private final BooleanBinding underWay = openings.greaterThan(0);
    private Job opening;
    /** Counts the projects opened, so that a save that ends late is not taken for one of the project opened since. */
    private int generation;

    public ProjectDocument(
            ProjectModel model, FxTasks tasks, Prompts prompts, SettingsStore settings, Journaling journaling) {
        this.model = model;
        this.tasks = tasks;
        this.prompts = prompts;
        this.settings = settings;
        this.journaling = journaling;
        this.findings = new ProjectFindings(tasks, prompts, model::locator);
        journaling.onShared(() -> prompts.note("Another window is editing " + name() + " too. What is done here is kept"
                + " apart; the one that saves last is asked."));
    }

    /** Opens a project file, or the folder of a project or of images, after asking about unsaved changes. */
    public void open(Path path) {
        settle(() -> read(path));
    }

    /** Whether a project is being read. */
    public ObservableBooleanValue openingProperty() {
        return underWay;
    }

    /** Asks for a project file and opens it. */
    public void chooseAndOpen() {
        prompts.projectToOpen().ifPresent(this::open);
    }

    /** Asks for a folder and opens the project in it, or a new one of its images. */
    public void chooseFolderAndOpen() {
        prompts.folderToOpen().ifPresent(this::open);
    }

    /** Saves where the project came from; a project without a file is asked for one. */
    public void save() {
        saveThen(() -> {});
    }

    /** {@link #save}, and what follows once everything is saved; nothing follows a failure. */
    public void saveThen(Runnable then) {
        if (saving) {
            afterSaving.add(() -> saveThen(then));
        } else if (file.isEmpty()) {
            saveAsThen(then);
        } else {
            ProjectFile now = file.get();
            Project written = model.project();
            Consumer<String> announcing = journaling.announcing(written);
            write(now.path(), written, () -> now.save(written, announcing), then);
        }
    }

    /** Does {@code then} once a file holds the project as it is, saving it first where that is needed. */
    public void whenSaved(Runnable then) {
        boolean onDisk = model.path().filter(Files::exists).isPresent();
        if (onDisk && !model.dirtyProperty().get()) {
            then.run();
        } else {
            saveThen(then);
        }
    }

    /** Asks for a name and saves there. */
    public void saveAs() {
        saveAsThen(() -> {});
    }

    private void saveAsThen(Runnable then) {
        saveAsThen(model.path().orElse(Path.of("via_project.json").toAbsolutePath()), then);
    }

    private void saveAsThen(Path suggested, Runnable then) {
        if (saving) {
            afterSaving.add(() -> saveAsThen(suggested, then));
            return;
        }
        prompts.fileToSave(suggested).ifPresent(target -> {
            Project written = model.project();
            Optional<ProjectFile> now = file;
            write(target, written, () -> writeTo(now, target, written), then);
        });
    }

    /** Does {@code then} once there is nothing unsaved to lose, which the person may decide. */
    public void settle(Runnable then) {
        if (!model.dirtyProperty().get()) {
            then.run();
            return;
        }
        switch (prompts.unsaved(name())) {
            case SAVE -> saveThen(then);
            case DISCARD -> then.run();
            case CANCEL -> {}
        }
    }

    /** Throws away the edits that were recovered at opening, if the person means that: the project is as in its file. */
    public void discardRecovered() {
        RecoveredEdits edits = journaling.recoveredProperty().get();
        if (edits != null && prompts.discardRecovered(edits.steps().size())) {
            opened(new Opened(file.orElseThrow(), JournalRecovery.Found.nothing()));
        }
    }

    /** The window closes: what is unsaved now is meant to be. */
    public void close() {
        journaling.end();
    }

    /** Shows what was found when the project was read. */
    public void showFindings() {
        file.ifPresentOrElse(now -> findings.show(now, name()), () -> prompts.findings(List.of()));
    }

    /** The file as it was opened or last saved; none for a project that came from no file. */
    Optional<ProjectFile> file() {
        return file;
    }

    /** What the project is called: the name of its file. */
    public String name() {
        return model.path().map(p -> p.getFileName().toString()).orElse("untitled");
    }

    /** A project as it was read, and what earlier sessions left of it. */
    private record Opened(ProjectFile file, JournalRecovery.Found found) {}

    private void read(Path path) {
        read(path, () -> ProjectFile.open(path));
    }

    private void read(Path path, Callable<ProjectFile> reading) {
        Project agreed = model.project();
        Optional<Path> own = journaling.file();
        if (opening != null) {
            opening.cancel();
        }
        openings.set(openings.get() + 1);
        opening = tasks.task("Opening " + path.getFileName(), progress -> opened(reading, own))
                .onSuccess(next -> replaceBy(next, agreed))
                .onFailure(e -> notRead(path, e))
                .andFinally(() -> openings.set(openings.get() - 1))
                .start();
    }

    private void notRead(Path path, Exception e) {
        if (!OtherEncoding.asked(prompts, e, this::read)) {
            settings.update(s -> s.withoutRecent(path));
            prompts.problem("The project cannot be opened", sentence(e));
        }
    }

    private Opened opened(Callable<ProjectFile> reading, Optional<Path> own) throws Exception {
        ProjectFile next = reading.call();
        return new Opened(next, journaling.look(next, own));
    }

    /** What was drawn while the file was being read is not lost without a question either. */
    private void replaceBy(Opened next, Project agreed) {
        String name = next.file().path().getFileName().toString();
        if (next.found().openElsewhere() && !prompts.openedElsewhere(name)) {
            return;
        }
        if (model.project() == agreed) {
            opened(next);
        } else {
            settle(() -> opened(next));
        }
    }

    private void opened(Opened opened) {
        ProjectFile next = opened.file();
        Optional<RecoveredEdits> edits = opened.found().edits();
        generation++;
        afterSaving.clear();
        file = Optional.of(next);
        journaling.begin(next, edits);
        model.open(edits.map(RecoveredEdits::session).orElseGet(() -> new EditSession(next.project())), next.path());
        settings.update(s -> s.withOpened(next.path()));
        opened.found().kept().forEach(s -> prompts.problem("Unsaved edits of an earlier session", s));
        int whose = generation;
        findings.note(next, name(), () -> whose == generation);
    }

    private interface Writing {
        ProjectFile run() throws IOException;
    }

    private void write(Path target, Project written, Writing writing, Runnable then) {
        saving = true;
        int whose = generation;
        long recorded = journaling.recorded();
        tasks.task("Saving " + target.getFileName(), progress -> writing.run())
                .unstoppable()
                .onSuccess(done -> {
                    saving = false;
                    if (whose == generation) {
                        saved(done, written, recorded);
                        then.run();
                    }
                    takeAfterSaving().forEach(Runnable::run);
                })
                .onFailure(e -> {
                    saving = false;
                    takeAfterSaving();
                    if (whose == generation) {
                        failed(e, then);
                    } else {
                        prompts.problem("The last project is not saved", sentence(e));
                    }
                })
                .start();
    }

    private void saved(ProjectFile done, Project written, long recorded) {
        file = Optional.of(done);
        journaling.saved(done, written, recorded);
        model.savedAs(done.path(), written);
        settings.update(s -> s.withOpened(done.path()));
    }

    private List<Runnable> takeAfterSaving() {
        List<Runnable> taken = List.copyOf(afterSaving);
        afterSaving.clear();
        return taken;
    }

    private void failed(Exception e, Runnable then) {
        if (!(e instanceof ConflictException conflict)) {
            prompts.problem("The project is not saved", sentence(e));
            return;
        }
        switch (prompts.conflict(conflict.file())) {
            case SAVE_UNDER_ANOTHER_NAME -> saveAsThen(beside(conflict.file()), then);
            case REOPEN -> read(conflict.file());
            case CANCEL -> {}
        }
    }

    /** A name that tells whose version it is. */
    private static Path beside(Path file) {
        String name = file.getFileName().toString().replaceFirst("\\.json$", "");
        return file.resolveSibling(name + ".conflict-" + System.getProperty("user.name", "mine") + ".json");
    }

    /** An export cannot hold the declared classes, so that a copy of one becomes a project. */
    private static ProjectFile writeTo(Optional<ProjectFile> now, Path target, Project written) throws IOException {
        if (now.isEmpty()) {
            return ProjectFile.create(target, written);
        }
        return now.get().holdsAttributeDefinitions()
                ? now.get().saveAs(target, written)
                : now.get().saveAsProject(target, written);
    }

    private static String sentence(Exception e) {
        return e instanceof IOException ? e.getMessage() : "This should not have happened: " + e;
    }
}
