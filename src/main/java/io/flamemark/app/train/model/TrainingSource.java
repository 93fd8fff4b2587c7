package io.flamemark.app.train.model;

import io.flamemark.app.task.FxTasks;
import io.flamemark.app.task.Job;
import io.flamemark.app.train.model.TrainingFiles.Data;
import io.flamemark.run.RunDirectory;
import io.flamemark.run.RunSummary;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * What the open project offers to the Train workspace: the data to learn from and the runs so far, both read in the
 * background. For the window's thread.
 */
final class TrainingSource {

    static final String NO_PROJECT = "Open a project first: its outlines are what the network learns from.";
    private static final String OPENING = "The project is being opened…";
    private static final String READING = "Looking at the images and their outlines…";

    private final Supplier<Optional<TrainingFiles>> project;
    private final FxTasks tasks;
    private final Consumer<String> problem;
    private final ReadOnlyObjectWrapper<DataSummary> summary =
            new ReadOnlyObjectWrapper<>(DataSummary.unusable(NO_PROJECT));
    private final ReadOnlyBooleanWrapper readingRuns = new ReadOnlyBooleanWrapper();
    private final ObservableList<RunSummary> runs = FXCollections.observableArrayList();
    private final ObservableList<RunSummary> runsToRead = FXCollections.unmodifiableObservableList(runs);

    private Optional<Data> data = Optional.empty();
    private ObservableBooleanValue opening = new SimpleBooleanProperty();
    private Consumer<Data> onData = next -> {};
    private Runnable onRuns = () -> {};
    private Job reading;
    private Job listing;

    /** @param problem is told, in a sentence, why the runs could not be read */
    TrainingSource(Supplier<Optional<TrainingFiles>> project, FxTasks tasks, Consumer<String> problem) {
        this.project = project;
        this.tasks = tasks;
        this.problem = problem;
    }

    /** Says while a project is being opened. */
    void whileOpening(ObservableBooleanValue next) {
        opening = next;
        opening.addListener((o, was, is) -> {
            if (project.get().isEmpty()) {
                refresh();
            }
        });
    }

    /** Sets what happens whenever the data was read. */
    void onData(Consumer<Data> next) {
        onData = next;
    }

    /** Sets what happens whenever the runs were read. */
    void onRuns(Runnable next) {
        onRuns = next;
    }

    /** What there is to learn from; says so while it is being read for the first time. */
    ReadOnlyObjectProperty<DataSummary> summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    /** The data as last read; empty until then. */
    Optional<Data> data() {
        return data;
    }

    /** The runs beside the project, newest first. */
    ObservableList<RunSummary> runs() {
        return runsToRead;
    }

    /** What a run is called: as a person named it, or by its directory. */
    String nameOf(RunDirectory run) {
        return runs().stream()
                .filter(listed -> listed.directory().equals(run))
                .findFirst()
                .map(RunSummary::name)
                .orElse(run.id());
    }

    ReadOnlyBooleanProperty readingRunsProperty() {
        return readingRuns.getReadOnlyProperty();
    }

    /** Another project was opened: nothing read so far belongs to it. */
    void forget() {
        data = Optional.empty();
        runs.clear();
    }

    /** Reads data and runs anew; what is known stays on display meanwhile. */
    void refresh() {
        cancel(reading);
        Optional<TrainingFiles> files = project.get();
        if (files.isEmpty()) {
            data = Optional.empty();
            summary.set(DataSummary.unusable(opening.get() ? OPENING : NO_PROJECT));
        } else {
            if (data.isEmpty()) {
                summary.set(DataSummary.unusable(READING));
            }
            reading = tasks.task(
                            "Reading the training data", progress -> files.get().data())
                    .unseen()
                    .onSuccess(this::dataRead)
                    .onFailure(e -> summary.set(DataSummary.unusable(e.getMessage())))
                    .start();
        }
        refreshRuns();
    }

    private void dataRead(Data next) {
        data = Optional.of(next);
        summary.set(DataSummary.of(next.dataset(), next.findings()));
        onData.accept(next);
    }

    /** Reads the runs anew. */
    void refreshRuns() {
        cancel(listing);
        readingRuns.set(false);
        Optional<TrainingFiles> files = project.get();
        if (files.isEmpty()) {
            runs.clear();
            readingRuns.set(opening.get());
            return;
        }
        readingRuns.set(runs.isEmpty());
        listing = tasks.task("Reading the runs", progress -> files.get().runs())
                .unseen()
                .onSuccess(this::runsRead)
                .onFailure(this::runsUnreadable)
                .start();
    }

    private void runsUnreadable(Exception e) {
        readingRuns.set(false);
        problem.accept(e.getMessage());
    }

    private void runsRead(List<RunSummary> next) {
        readingRuns.set(false);
        if (!next.equals(runs)) {
            runs.setAll(next);
        }
        onRuns.run();
    }

    private static void cancel(Job job) {
        if (job != null) {
            job.cancel();
        }
    }
}
