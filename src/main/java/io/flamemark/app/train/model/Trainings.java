package io.flamemark.app.train.model;

import io.flamemark.app.task.FxTasks;
import io.flamemark.host.ActiveRun;
import io.flamemark.host.RunHost;
import io.flamemark.run.RunDirectory;
import io.flamemark.run.RunHistory;
import io.flamemark.run.RunState;
import io.flamemark.run.RunSummary;
import io.flamemark.run.TrainingJob;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The training under way and those that wait behind it; beside it there may be some that other windows or commands hold.
 * For the window's thread.
 */
final class Trainings {

    private final RunHost host;
    private final FxTasks tasks;
    private final Consumer<TrainingInProgress> changed;
    private final Consumer<TrainingInProgress> over;
    private final ObservableList<TrainingInProgress> all = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<List<RunDirectory>> waiting = new ReadOnlyObjectWrapper<>(List.of());
    private final Set<RunDirectory> lookedFor = new HashSet<>();
    private int searches;

    /** The window closes: a training that goes on without it must not be taken up once more, and ended with it. */
    private boolean letGo;

    /**
     * @param host lets one train at a time, in the order they are started
     * @param changed called when one has something new to show
     * @param over called when one has ended
     */
    Trainings(RunHost host, FxTasks tasks, Consumer<TrainingInProgress> changed, Consumer<TrainingInProgress> over) {
        this.host = host;
        this.tasks = tasks;
        this.changed = changed;
        this.over = over;
    }

    /** The one that trains: this window's own, where there is one. */
    Optional<TrainingInProgress> current() {
        return all.stream().filter(it -> !it.isWaiting()).min(Comparator.comparing(TrainingInProgress::isWatched));
    }

    /** The one in the given directory, whether it trains or waits. */
    Optional<TrainingInProgress> of(RunDirectory directory) {
        return all.stream().filter(it -> it.isOf(directory)).findFirst();
    }

    /** Those that wait, the next one first. */
    ReadOnlyObjectProperty<List<RunDirectory>> waitingProperty() {
        return waiting.getReadOnlyProperty();
    }

    /**
     * Starts a training, or lets it wait for those before it.
     *
     * @param before what was told of the run before it broke off
     * @throws RuntimeException if it cannot start; the message is for the user
     */
    TrainingInProgress start(TrainingJob job, RunHistory before) {
        TrainingInProgress next = new TrainingInProgress(job.directory(), before, tasks, changed, this::ended);
        boolean atOnce = current().isEmpty();
        all.add(next);
        lookedFor.add(job.directory());
        try {
            next.start(job, host, atOnce);
        } catch (RuntimeException e) {
            all.remove(next);
            throw e;
        }
        tellWaiting();
        return next;
    }

    /**
     * Takes up runs that train in the background since the window was last closed, or that others have begun.
     *
     * @param looked called when all have been looked for, at once where there are none
     */
    void attach(List<RunSummary> runs, Runnable looked) {
        runs.stream()
                .filter(run -> !letGo && run.status().state() == RunState.RUNNING)
                .map(RunSummary::directory)
                .filter(lookedFor::add)
                .forEach(directory -> attach(directory, looked));
        if (searches == 0) {
            looked.run();
        }
    }

    private void attach(RunDirectory directory, Runnable looked) {
        searches++;
        TrainingInProgress found = new TrainingInProgress(directory, new RunHistory(), tasks, changed, this::ended);
        tasks.task("Looking for a training in the background", progress -> found.find(host))
                .unseen()
                .onSuccess(worker -> worker.ifPresentOrElse(it -> takeUp(found, it), () -> lookedFor.remove(directory)))
                // A run that cannot be read says so in the list.
                .onFailure(e -> lookedFor.remove(directory))
                .andFinally(() -> {
                    searches--;
                    looked.run();
                })
                .start();
    }

    private void takeUp(TrainingInProgress found, ActiveRun worker) {
        all.add(found);
        found.follow(worker);
        tellWaiting();
    }

    private void ended(TrainingInProgress one) {
        all.remove(one);
        // It may go on again, begun by another window.
        lookedFor.remove(one.directory());
        if (current().isEmpty()) {
            all.stream().findFirst().ifPresent(TrainingInProgress::begins);
        }
        tellWaiting();
        over.accept(one);
    }

    private void tellWaiting() {
        waiting.set(all.stream()
                .filter(TrainingInProgress::isWaiting)
                .map(TrainingInProgress::directory)
                .toList());
    }

    /** Lets the training go on when the window closes; those that wait can be started again later. */
    boolean detach() {
        letGo = true;
        letGo = current().filter(it -> it.detach(host)).isPresent();
        return letGo;
    }
}
