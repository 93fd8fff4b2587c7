package io.flamemark.app.train.model;

import io.flamemark.app.task.FxTasks;
import io.flamemark.app.task.Job;
import io.flamemark.run.RunSummary;
import java.util.List;
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

    /** The earlier run that is on display or being read for it, as it stood then; empty where one under way is. */
    private Optional<RunSummary> earlier = Optional.empty();

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
        leaveReplay();
        shown.set(null);
    }

    /** Puts a training under way on display. */
    void show(TrainingInProgress one) {
        leaveReplay();
        shown.set(one.shown());
    }

    /** A training has something new: shown where it is the one on display, even if it was not under way before. */
    void follow(TrainingInProgress one) {
        if (earlier.filter(it -> one.isOf(it.directory())).isPresent()) {
            show(one);
        } else if (!isEmpty() && one.isOf(shown.get().directory())) {
            shown.set(one.shown());
        }
    }

    /** The runs were read anew: where the earlier one on display has moved on since, so does the display. */
    void refresh(List<RunSummary> runs) {
        earlier.flatMap(before -> runs.stream()
                        .filter(now -> now.directory().equals(before.directory()))
                        .filter(now -> !now.status().equals(before.status()))
                        .findFirst())
                .ifPresent(this::replay);
    }

    /** Reads an earlier run through the same code as a live one, and puts it on display. */
    void replay(RunSummary entry) {
        leaveReplay();
        earlier = Optional.of(entry);
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
        earlier = Optional.empty();
    }
}
