package io.flamemark.app.train.model;

import io.flamemark.app.task.FxTasks;
import io.flamemark.host.ActiveRun;
import io.flamemark.host.RunHost;
import io.flamemark.host.RunListener;
import io.flamemark.host.WorkerExit;
import io.flamemark.run.RunEvent;
import io.flamemark.run.StopSignal;
import io.flamemark.run.TrainingJob;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/**
 * Measures, when a person asks for it, how fast this machine trains: a few steps in a process of their own and a folder
 * that is thrown away. For the window's thread.
 */
public final class SpeedCheck {

    private final Supplier<Optional<TrainingFiles>> project;
    private final RunHost host;
    private final FxTasks tasks;
    private final Consumer<String> problem;
    private final Runnable measured;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private Optional<ActiveRun> run = Optional.empty();

    /**
     * @param problem is told, in a sentence, why nothing could be measured
     * @param measured called when the estimates can be made anew
     */
    SpeedCheck(
            Supplier<Optional<TrainingFiles>> project,
            RunHost host,
            FxTasks tasks,
            Consumer<String> problem,
            Runnable measured) {
        this.project = project;
        this.host = host;
        this.tasks = tasks;
        this.problem = problem;
        this.measured = measured;
    }

    /** Whether a measurement is under way. */
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** Begins, unless it is under way or there is no project. */
    public void begin() {
        Optional<TrainingFiles> files = project.get();
        if (busy.get() || files.isEmpty()) {
            return;
        }
        busy.set(true);
        tasks.task(
                        "Measuring the speed of this machine",
                        progress -> files.get().probe())
                .onSuccess(job -> begin(files.get(), job))
                .onFailure(this::failed)
                .start();
    }

    private void begin(TrainingFiles files, TrainingJob job) {
        ActiveRun begun = host.start(job, new Deaf());
        run = Optional.of(begun);
        begun.exit().thenAccept(exit -> tasks.onWindowThread(() -> ended(files, job, exit)));
    }

    private void ended(TrainingFiles files, TrainingJob job, WorkerExit exit) {
        run = Optional.empty();
        tasks.task("Noting the speed of this machine", progress -> files.measured(job))
                .unseen()
                .onSuccess(known -> {
                    busy.set(false);
                    problem.accept(
                            known || exit.asIntended() ? "" : "The speed could not be measured. " + exit.sentence());
                    measured.run();
                })
                .onFailure(this::failed)
                .start();
    }

    private void failed(Exception e) {
        busy.set(false);
        problem.accept("The speed could not be measured. " + e.getMessage());
    }

    /** Makes room for a training that is to begin: that measures the speed as well. */
    void giveWay() {
        run.ifPresent(it -> it.stop(StopSignal.When.AFTER_STEP));
    }

    /** Nobody wants to hear of a measurement's losses. */
    private static final class Deaf implements RunListener {

        @Override
        public void onEvent(RunEvent event) {}

        @Override
        public void onExit(WorkerExit exit) {}
    }
}
