package io.flamemark.app.train;

import io.flamemark.app.task.FxTasks;
import io.flamemark.app.task.Job;
import io.flamemark.run.RunSummary;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Which run is on display: one under way, which changes, or one of before, read from its log. For the window's thread. */
final class Display {

    private final Supplier<Optional<TrainingFiles>> project;
    private final FxTasks tasks;
    private final Consumer<String> problem;
    private final ReadOnlyObjectWrapper<ShownRun> shown = new ReadOnlyObjectWrapper<>();
    private Optional<Job> replaying = Optional.empty();

    /** @param problem is told, in a sentence, why a run could not be read */
    Display(Supplier<Optional<TrainingFiles>> project, FxTasks tasks, Consumer<String> problem) {
        this.project = project;
        this.tasks = tasks;
        this.problem = problem;
    }

    /** Null for none. Set anew whenever the run has something new to show. */
    ReadOnlyObjectProperty<ShownRun> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** Whether there is nothing on display. */
    boolean isEmpty() {
        return shown.get() == null;
    }

    void clear() {
        shown.set(null);
    }

    /** Puts a training under way on display. */
    void show(TrainingInProgress one) {
        leaveReplay();
        shown.set(one.shown());
    }

    /** A training has something new: shown where it is the one on display. */
    void follow(TrainingInProgress one) {
        ShownRun now = shown.get();
        if (now != null && now.live() && one.isOf(now.directory())) {
            shown.set(one.shown());
        }
    }

    /** Reads an earlier run through the same code as a live one, and puts it on display. */
    void replay(RunSummary entry) {
        leaveReplay();
        replaying = project.get()
                .map(files -> tasks.task(
                                "Reading run " + entry.directory().id(), progress -> files.history(entry.directory()))
                        .onSuccess(history -> shown.set(ShownRun.past(entry, history)))
                        .onFailure(e -> problem.accept(e.getMessage()))
                        .start());
    }

    void leaveReplay() {
        replaying.ifPresent(Job::cancel);
        replaying = Optional.empty();
    }
}
