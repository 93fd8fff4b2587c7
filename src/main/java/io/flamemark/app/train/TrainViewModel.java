package io.flamemark.app.train;

import io.flamemark.app.task.FxTasks;
import io.flamemark.app.task.Job;
import io.flamemark.app.train.TrainingFiles.Data;
import io.flamemark.host.RunHost;
import io.flamemark.run.RunConfig;
import io.flamemark.run.RunSummary;
import io.flamemark.run.StopSignal;
import io.flamemark.run.TrainingException;
import io.flamemark.run.TrainingJob;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableList;

/**
 * The state of the Train workspace and what can be done with it; knows no control. For the window's thread.
 */
public final class TrainViewModel {

    private final Supplier<Optional<TrainingFiles>> project;
    private final Consumer<Runnable> saveFirst;
    private final RunHost host;
    private final FxTasks tasks;

    private final TrainingSource source;
    private final RunsBeside beside;
    private final ObjectProperty<Preset> preset = new SimpleObjectProperty<>(Preset.QUICK);
    private final ReadOnlyObjectWrapper<RunConfig> config = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<ShownRun> shown = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper preparing = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper training = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

    private boolean edited;
    private Job replaying;
    private TrainingInProgress inProgress;
    private int listedMilestone;

    /**
     * @param project the files of the project as it is now on the screen, empty while none is open
     * @param saveFirst saves unsaved annotations and then, only if that went well, does what it is given
     */
    public TrainViewModel(
            Supplier<Optional<TrainingFiles>> project, Consumer<Runnable> saveFirst, RunHost host, FxTasks tasks) {
        this.project = project;
        this.saveFirst = saveFirst;
        this.host = host;
        this.tasks = tasks;
        source = new TrainingSource(project, tasks, problem::set);
        beside = new RunsBeside(project, tasks, problem::set);
        source.onData(this::applyPreset);
        source.onRuns(this::showNewest);
        preset.addListener((o, was, is) -> {
            edited = false;
            applyPreset();
        });
    }

    /** What there is to learn from. */
    public ReadOnlyObjectProperty<DataSummary> dataProperty() {
        return source.summaryProperty();
    }

    public ObjectProperty<Preset> presetProperty() {
        return preset;
    }

    /** What a training would be started with; null while there is no data. */
    public ReadOnlyObjectProperty<RunConfig> configProperty() {
        return config.getReadOnlyProperty();
    }

    /** The run whose charts are on display; null for none. Set anew whenever it has something new to show. */
    ReadOnlyObjectProperty<ShownRun> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** The runs drawn beside the one on display. */
    RunsBeside beside() {
        return beside;
    }

    /** Whether a start is being prepared. */
    public ReadOnlyBooleanProperty preparingProperty() {
        return preparing.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty trainingProperty() {
        return training.getReadOnlyProperty();
    }

    /** Why the last thing asked for could not be done, a sentence; empty when all is well. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** The runs beside the project, newest first. */
    public ObservableList<RunSummary> runs() {
        return source.runs();
    }

    /** Whether the runs of a project just opened are still being read, so that an empty list means nothing yet. */
    public ReadOnlyBooleanProperty readingRunsProperty() {
        return source.readingRunsProperty();
    }

    /** Replaces single values of the preset's configuration; kept until another preset is chosen. */
    public void edit(RunConfig next) {
        edited = true;
        config.set(next);
    }

    /** Whether single values were replaced since the preset was chosen. */
    public boolean isEdited() {
        return edited;
    }

    /** Another project was opened: a run of the last one leaves the display, unless it is still training. */
    public void projectOpened() {
        edited = false;
        cancel(replaying);
        source.forget();
        beside.show(List.of());
        if (inProgress == null) {
            shown.set(null);
        }
        refresh();
    }

    /** Looks again at the project and its runs. */
    public void refresh() {
        source.refresh();
    }

    private void applyPreset() {
        if (!edited) {
            source.data().ifPresent(data -> project.get()
                    .ifPresent(files -> config.set(files.configOf(preset.get(), data.dataset()))));
        }
    }

    private void showNewest() {
        if (shown.get() == null && inProgress == null && !runs().isEmpty()) {
            show(runs().get(0));
        }
    }

    /** Saves, freezes the data into a new run and starts it; nothing happens while one is training. */
    public void start() {
        if (training.get() || preparing.get()) {
            return;
        }
        problem.set("");
        saveFirst.accept(this::prepare);
    }

    private void prepare() {
        if (training.get() || preparing.get()) {
            return;
        }
        Optional<TrainingFiles> files = project.get();
        if (files.isEmpty()) {
            problem.set(TrainingSource.NO_PROJECT);
            return;
        }
        Preset wanted = preset.get();
        Optional<RunConfig> own = edited ? Optional.of(config.get()) : Optional.empty();
        preparing.set(true);
        tasks.task("Preparing the training", progress -> freeze(files.get(), wanted, own))
                .onSuccess(this::launch)
                .onFailure(e -> problem.set("Training could not start. " + e.getMessage()))
                .andFinally(() -> preparing.set(false))
                .start();
    }

    /** Reads the data anew: what trains is what was just saved, not what was read when the workspace was opened. */
    private static TrainingJob freeze(TrainingFiles files, Preset preset, Optional<RunConfig> own) throws Exception {
        Data fresh = files.data();
        DataSummary summary = DataSummary.of(fresh.dataset(), fresh.findings());
        if (!summary.canTrain()) {
            throw new TrainingException(summary.obstacle());
        }
        RunConfig config = own.orElseGet(() -> files.configOf(preset, fresh.dataset()));
        return files.freeze(config, fresh.dataset());
    }

    private void launch(TrainingJob job) {
        inProgress = new TrainingInProgress(job, tasks, this::liveChanged, this::over);
        training.set(true);
        try {
            inProgress.start(host);
        } catch (RuntimeException e) {
            training.set(false);
            inProgress = null;
            problem.set("Training could not start. " + e.getMessage());
            return;
        }
        showLive();
        source.refreshRuns();
    }

    private void liveChanged() {
        if (inProgress.milestone() != listedMilestone) {
            listedMilestone = inProgress.milestone();
            source.refreshRuns();
        }
        if (shown.get() != null && shown.get().live()) {
            showLive();
        }
    }

    private void over() {
        training.set(false);
        if (shown.get() != null && shown.get().live()) {
            shown.set(inProgress.shown());
        }
        inProgress = null;
        source.refreshRuns();
    }

    /** Puts the run that is training now on display. */
    public void showLive() {
        if (inProgress != null) {
            shown.set(inProgress.shown());
        }
    }

    /** Puts an earlier run on display, by reading its log through the same code as a live one. */
    public void show(RunSummary entry) {
        cancel(replaying);
        if (inProgress != null && inProgress.isOf(entry.directory())) {
            showLive();
            return;
        }
        project.get()
                .ifPresent(files -> replaying = tasks.task(
                                "Reading run " + entry.directory().id(), p -> files.history(entry.directory()))
                        .onSuccess(history -> shown.set(ShownRun.past(entry, history)))
                        .onFailure(e -> problem.set(e.getMessage()))
                        .start());
    }

    /** Asks the run in training to end; the best epoch is kept. */
    public void stop(StopSignal.When when) {
        if (inProgress != null) {
            inProgress.stop(when);
        }
    }

    /** Ends the run in training by force, for when it no longer answers. */
    public void kill() {
        if (inProgress != null) {
            inProgress.kill();
        }
    }

    private static void cancel(Job job) {
        if (job != null) {
            job.cancel();
        }
    }
}
