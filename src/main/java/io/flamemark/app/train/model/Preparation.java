package io.flamemark.app.train.model;

import io.flamemark.app.task.FxTasks;
import io.flamemark.app.train.model.TrainingFiles.Data;
import io.flamemark.run.RunHistory;
import io.flamemark.run.TrainingException;
import io.flamemark.run.TrainingJob;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/** Makes ready in the background what is to be trained, one at a time. For the window's thread. */
final class Preparation {

    /** Gets ready what is to be trained; may take long. */
    @FunctionalInterface
    interface Source {
        Prepared prepare(TrainingFiles files) throws Exception;
    }

    /**
     * What is to be trained.
     *
     * @param before what was told of the run so far, where it goes on
     */
    record Prepared(TrainingJob job, RunHistory before) {

        static Prepared anew(TrainingJob job) {
            return new Prepared(job, new RunHistory());
        }
    }

    private final Supplier<Optional<TrainingFiles>> project;
    private final FxTasks tasks;
    private final Consumer<String> problem;
    private final Consumer<Prepared> ready;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

    /**
     * @param problem is told, in a sentence, why there is nothing to train; or nothing where all is well
     * @param ready is given what is to be trained
     */
    Preparation(
            Supplier<Optional<TrainingFiles>> project,
            FxTasks tasks,
            Consumer<String> problem,
            Consumer<Prepared> ready) {
        this.project = project;
        this.tasks = tasks;
        this.problem = problem;
        this.ready = ready;
    }

    /** Reads the data anew: what trains is what was just saved, not what was read when the workspace was opened. */
    static Data fresh(TrainingFiles files) throws IOException {
        Data fresh = files.data();
        DataSummary summary = DataSummary.of(fresh.dataset(), fresh.findings());
        if (!summary.canTrain()) {
            throw new TrainingException(summary.obstacle().text());
        }
        return fresh;
    }

    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** Begins, unless something is being prepared already. */
    void begin(Source source) {
        if (busy.get()) {
            return;
        }
        Optional<TrainingFiles> files = project.get();
        if (files.isEmpty()) {
            problem.accept(TrainingSource.NO_PROJECT);
            return;
        }
        problem.accept("");
        busy.set(true);
        tasks.task("Preparing the training", progress -> source.prepare(files.get()))
                .onSuccess(ready::accept)
                .onFailure(e -> problem.accept("Training could not start. " + e.getMessage()))
                .andFinally(() -> busy.set(false))
                .start();
    }
}
