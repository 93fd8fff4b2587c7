package io.flamemark.app.train.model;

import io.flamemark.app.task.FxTasks;
import io.flamemark.app.task.Job;
import io.flamemark.run.RunSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Earlier runs drawn beside the one on display, to be compared with it. For the window's thread. */
public final class RunsBeside {

    private final Supplier<Optional<TrainingFiles>> project;
    private final FxTasks tasks;
    private final Consumer<String> problem;
    private final ObservableList<ShownRun> runs = FXCollections.observableArrayList();

    /** One for all: it hears of changes only as long as somebody holds it. */
    private final ObservableList<ShownRun> runsToRead = FXCollections.unmodifiableObservableList(runs);

    private Optional<Job> reading = Optional.empty();

    /** @param problem is told, in a sentence, why a run could not be read */
    RunsBeside(Supplier<Optional<TrainingFiles>> project, FxTasks tasks, Consumer<String> problem) {
        this.project = project;
        this.tasks = tasks;
        this.problem = problem;
    }

    /** Those that have been read, in the order in which they were asked for. */
    public ObservableList<ShownRun> runs() {
        return runsToRead;
    }

    /** Replaces the runs; their logs are read in the background. */
    public void show(List<RunSummary> wanted) {
        reading.ifPresent(Job::cancel);
        if (wanted.isEmpty()) {
            reading = Optional.empty();
            runs.clear();
            return;
        }
        reading = project.get()
                .map(files -> tasks.task("Reading the runs to compare", progress -> read(files, wanted))
                        .onSuccess(runs::setAll)
                        .onFailure(e -> problem.accept(e.getMessage()))
                        .start());
    }

    private static List<ShownRun> read(TrainingFiles files, List<RunSummary> wanted) throws Exception {
        List<ShownRun> read = new ArrayList<>();
        for (RunSummary entry : wanted) {
            read.add(ShownRun.past(entry, files.history(entry.directory())));
        }
        return read;
    }
}
